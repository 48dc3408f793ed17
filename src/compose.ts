import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { complaintDeskBot } from '../bots/complaint-desk-bot';
import type { UnderstandDeps } from './app/understand-message';
import type { Clock, Entropy } from './app/ports/environment';
import type { Content } from './content/load-content';
import { loadContent } from './content/load-content';
import { ConceptLexicon } from './nlu/classifier/concepts';
import { languageIdentifier } from './nlu/language/identify-language';
import { linearClassifier } from './nlu/classifier/linear-classifier';
import { readModel, writeModel } from './nlu/classifier/model-file';
import { placeResolver } from './nlu/place/resolve-place';
import type { TrainedClassifier } from './nlu/classifier/train-classifier';
import { TRAINER_VERSION, trainClassifier } from './nlu/classifier/train-classifier';

export { complaintDeskBot, loadContent };

export const systemClock: Clock = { now: () => new Date() };
export const systemEntropy: Entropy = { id: () => randomUUID(), chance: () => Math.random() };

/** What classify, route, evaluate and the server all need. */
export interface Understood extends UnderstandDeps {
  readonly content: Content;
}

export interface ModelSettings {
  readonly contentDir: string;
  readonly dataDir: string;
  readonly targetPrecision: number;
  readonly onProgress?: (done: number) => void;
}

/** Loads the content and the classifier; trains it first if what it learns from has changed. */
export function prepareUnderstanding(settings: ModelSettings): Understood {
  const content = loadContent(settings.contentDir);
  const trained = currentModel(content, settings);
  return {
    content,
    classifier: linearClassifier(trained),
    languages: languageIdentifier(new Set(trained.englishWords)),
    places: placeResolver(content.gazetteer),
  };
}

function currentModel(
  content: Content,
  { dataDir, targetPrecision, onProgress }: ModelSettings,
): TrainedClassifier {
  const folder = join(dataDir, 'model');
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([TRAINER_VERSION, targetPrecision, content.training]))
    .digest('hex');
  const file = join(folder, `${fingerprint.slice(0, 16)}.bin`);
  const known = readModel(file, fingerprint, new ConceptLexicon(content.training.concepts));
  if (known) return known;
  mkdirSync(folder, { recursive: true });
  const trained = trainClassifier(content.training, { targetPrecision, ...(onProgress && { onProgress }) });
  for (const old of readdirSync(folder)) rmSync(join(folder, old), { force: true });
  writeModel(file, fingerprint, trained);
  return trained;
}
