import type { IntentClassifier } from '../../app/ports/understanding';
import type { UtteranceLanguage } from '../../domain/language/language';
import { utteranceLanguage } from '../../domain/language/language';
import { languageIdentifier } from '../language/identify-language';
import { probabilities } from './scoring-model';
import type { TrainedClassifier } from './train-classifier';

/** Below this share of known features a text says nothing the model could have learnt from. */
const KNOWN_ENOUGH = 0.08;

/** A trained model of either engine as an intent classifier. */
export function calibratedClassifier({
  model,
  calibration,
  englishWords,
}: TrainedClassifier): IntentClassifier {
  const languages = languageIdentifier(new Set(englishWords));
  const languageOf = (text: string): UtteranceLanguage => {
    const { language } = languages.identify(text);
    return language === 'undetermined' ? 'en' : utteranceLanguage(language);
  };
  return {
    thresholds: (language) => calibration[language].thresholds,
    classify(text, limit = 3, known) {
      const { logits, known: knownShare } = model.score(text);
      if (knownShare < KNOWN_ENOUGH) return [];
      const { temperature } = calibration[known ?? languageOf(text)];
      const p = probabilities(logits, temperature);
      return best(p, limit).map((i) => ({ code: model.codes[i] ?? '', probability: p[i] ?? 0 }));
    },
  };
}

/** Indices of the `limit` highest values, highest first; of equal ones the first comes first. */
function best(values: Float64Array, limit: number): number[] {
  const chosen: number[] = [];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (chosen.length === limit && value <= (values[chosen[limit - 1] as number] as number)) continue;
    let at = chosen.length;
    while (at > 0 && (values[chosen[at - 1] as number] as number) < value) at--;
    chosen.splice(at, 0, i);
    if (chosen.length > limit) chosen.pop();
  }
  return chosen;
}
