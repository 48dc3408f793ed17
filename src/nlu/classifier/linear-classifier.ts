import type { IntentClassifier } from '../../app/ports/understanding';
import { utteranceLanguage } from '../../domain/language/language';
import { languageIdentifier } from '../language/identify-language';
import { probabilities } from './linear-model';
import type { TrainedClassifier } from './train-classifier';

/** Below this share of known features a text says nothing the model could have learnt from. */
const KNOWN_ENOUGH = 0.08;

/** Our own linear model as an intent classifier. */
export function linearClassifier({ model, calibration, englishWords }: TrainedClassifier): IntentClassifier {
  const languages = languageIdentifier(new Set(englishWords));
  return {
    thresholds: (language) => calibration[language].thresholds,
    classify(text, limit = 3) {
      const { logits, known } = model.score(text);
      if (known < KNOWN_ENOUGH) return [];
      const { language } = languages.identify(text);
      const { temperature } = calibration[language === 'undetermined' ? 'en' : utteranceLanguage(language)];
      const p = probabilities(logits, temperature);
      return [...p.keys()]
        .sort((a, b) => (p[b] ?? 0) - (p[a] ?? 0))
        .slice(0, limit)
        .map((i) => ({ code: model.codes[i] ?? '', probability: p[i] ?? 0 }));
    },
  };
}
