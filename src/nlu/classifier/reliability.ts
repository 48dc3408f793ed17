import type { Reliability } from '../../app/ports/understanding';
import type { UtteranceLanguage } from '../../domain/language/language';
import { perLanguage } from '../../domain/language/language';
import type { Judgement } from '../../domain/service/calibration-error';
import { calibrationError } from '../../domain/service/calibration-error';
import type { HeldOut } from './calibrate';
import { calibrateLanguages } from './calibrate';
import { probabilities } from './scoring-model';
import { seededRandom } from './softmax-training';

const FOLDS = 5;
const SEED = 120;

interface Judged extends Judgement {
  readonly language: UtteranceLanguage;
  readonly accepted: boolean;
}

/** Cross-validates the calibration: each fifth of the messages is judged by what the other four fifths gave. */
export function measureReliability(
  heldOut: readonly HeldOut[],
  target: number,
): Record<UtteranceLanguage, Reliability> {
  const random = seededRandom(SEED);
  const folds = heldOut.map(() => Math.floor(random() * FOLDS));
  const judged: Judged[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const calibration = calibrateLanguages(
      heldOut.filter((_, i) => folds[i] !== fold),
      target,
    );
    for (const message of heldOut.filter((_, i) => folds[i] === fold)) {
      const { temperature, thresholds } = calibration[message.language];
      const p = probabilities(message.logits, temperature);
      const first = p.reduce((best, value, c) => (value > (p[best] as number) ? c : best), 0);
      const probability = p[first] as number;
      judged.push({
        language: message.language,
        probability,
        right: message.labels.includes(first),
        accepted: probability >= thresholds.accept,
      });
    }
  }
  return perLanguage((language) => reliabilityOf(judged.filter((j) => j.language === language)));
}

function reliabilityOf(judged: readonly Judged[]): Reliability {
  const accepted = judged.filter((j) => j.accepted);
  return {
    messages: judged.length,
    error: calibrationError(judged),
    accepted: accepted.length / Math.max(1, judged.length),
    precision: accepted.filter((j) => j.right).length / Math.max(1, accepted.length),
  };
}
