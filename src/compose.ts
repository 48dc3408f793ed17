import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { complaintDeskBot } from '../bots/complaint-desk-bot';
import type { Clock, Entropy } from './app/ports/environment';
import type { UnderstandDeps } from './app/understand-message';
import type { Content } from './content/load-content';
import { loadContent } from './content/load-content';
import { calibratedClassifier } from './nlu/classifier/calibrated-classifier';
import type { KeepSettings, KeptModel } from './nlu/classifier/keep-model';
import { keepModel } from './nlu/classifier/keep-model';
import { entityFinder } from './nlu/entities/find-entities';
import { languageIdentifier } from './nlu/language/identify-language';
import { matterSplitter } from './nlu/matters/split-matters';
import { placeResolver } from './nlu/place/resolve-place';

export { complaintDeskBot, loadContent };

export const systemClock: Clock = { now: () => new Date() };
export const systemEntropy: Entropy = { id: () => randomUUID(), chance: () => Math.random() };

/** What classify, route, evaluate and the server all need. */
export interface Understood extends UnderstandDeps {
  readonly content: Content;
  /** What became of the classifier: kept, trained anew, or kept because a new one was worse. */
  readonly model: KeptModel;
}

export interface UnderstandingSettings extends Pick<
  KeepSettings,
  'targetPrecision' | 'onProgress' | 'again' | 'force' | 'corrections'
> {
  readonly contentDir: string;
  readonly dataDir: string;
  readonly classifier: KeepSettings['engine'];
}

/** Loads the content and the classifier; trains it first if what it learns from has changed. */
export function prepareUnderstanding({
  contentDir,
  dataDir,
  classifier,
  ...settings
}: UnderstandingSettings): Understood {
  const content = loadContent(contentDir);
  const model = keepModel(content.training, {
    ...settings,
    engine: classifier,
    folder: join(dataDir, 'model'),
  });
  const calibrated = calibratedClassifier(model.trained);
  return {
    content,
    model,
    classifier: calibrated,
    matters: matterSplitter(calibrated),
    languages: languageIdentifier(new Set(model.trained.englishWords)),
    entities: entityFinder(),
    places: placeResolver(content.gazetteer),
  };
}
