import type { UtteranceLanguage } from '../../domain/language/language';
import { UTTERANCE_LANGUAGES } from '../../domain/language/language';
import type { ScoringModel } from './scoring-model';
import type { CalibrationMessage } from './train-classifier';

/** A message that the old model understood and the new one does not. */
export interface TurnedMessage {
  readonly text: string;
  readonly language: UtteranceLanguage;
  readonly code: string;
  /** What the new model takes it for. */
  readonly taken: string;
}

export interface ModelComparison {
  /** Languages in which the new model is worse by more than chance explains. */
  readonly worse: readonly UtteranceLanguage[];
  readonly byLanguage: Readonly<Record<string, { before: number; after: number; messages: number }>>;
  readonly turned: readonly TurnedMessage[];
}

/** A model this unlikely to be as good as the old one is worse. */
const SIGNIFICANCE = 0.05;

/** Compares two models on messages that neither has learnt from, by an exact McNemar test in each language. */
export function compareModels(
  before: ScoringModel,
  after: ScoringModel,
  messages: readonly CalibrationMessage[],
): ModelComparison {
  const judged = messages.map((message) => {
    const old = firstCode(before, message.text);
    const taken = firstCode(after, message.text);
    const right = (code: string): boolean => [message.code, ...message.alt].includes(code);
    return { ...message, taken, was: right(old), is: right(taken) };
  });
  const of = (language: UtteranceLanguage): typeof judged => judged.filter((j) => j.language === language);
  return {
    worse: UTTERANCE_LANGUAGES.filter((language) => {
      const lost = of(language).filter(({ was, is }) => was && !is).length;
      const won = of(language).filter(({ was, is }) => !was && is).length;
      return lost > won && atLeastByChance(lost, lost + won) < SIGNIFICANCE;
    }),
    byLanguage: Object.fromEntries(
      UTTERANCE_LANGUAGES.map((language) => [
        language,
        {
          before: of(language).filter(({ was }) => was).length,
          after: of(language).filter(({ is }) => is).length,
          messages: of(language).length,
        },
      ]),
    ),
    turned: judged
      .filter(({ was, is }) => was && !is)
      .map(({ text, language, code, taken }) => ({ text, language, code, taken })),
  };
}

function firstCode(model: ScoringModel, text: string): string {
  const { logits } = model.score(text);
  const first = logits.reduce((best, value, c) => (value > (logits[best] as number) ? c : best), 0);
  return model.codes[first] ?? '';
}

/** The chance of at least `k` heads in `n` tosses of a fair coin. */
function atLeastByChance(k: number, n: number): number {
  let term = 0.5 ** n;
  let sum = 0;
  for (let i = 0; i <= n; i++) {
    if (i >= k) sum += term;
    term = (term * (n - i)) / (i + 1);
  }
  return sum;
}
