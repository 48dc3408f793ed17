import { isLanguage, utteranceLanguage } from '../domain/language/language';
import type { Judgement } from '../domain/service/calibration-error';
import { calibrationError } from '../domain/service/calibration-error';
import type { Clock } from './ports/environment';
import type { UnderstandDeps } from './understand-message';
import { understandMessage } from './understand-message';

/** A text with the code it should get; any of `alt` is as right. */
export interface LabelledText {
  readonly text: string;
  readonly code: string;
  readonly lang?: string | undefined;
  readonly alt: readonly string[];
}

/** Shares are between 0 and 1; `autoCorrect` is the share of the accepted that are right (0 where none was). */
export interface LanguageFigures {
  readonly rows: number;
  readonly top1: number;
  readonly top3: number;
  readonly auto: number;
  readonly autoCorrect: number;
  /** Expected calibration error. */
  readonly reliabilityError: number;
}

/** A labelled text with what it was taken for. */
export interface JudgedText extends Judgement {
  readonly text: string;
  /** ko, zh, en, or what else the row says. */
  readonly language: string;
  readonly code: string;
  /** The first candidate; empty where there is none. */
  readonly taken: string;
  readonly amongThree: boolean;
  readonly accepted: boolean;
}

export interface Evaluation {
  readonly byLanguage: Readonly<Record<string, LanguageFigures>>;
  readonly judged: readonly JudgedText[];
}

/** Measures the understanding per language: what is in ko, zh or en, and what is left. */
export function evaluateUnderstanding(
  deps: UnderstandDeps & { readonly clock: Clock },
  rows: readonly LabelledText[],
): Evaluation {
  const judged = rows.map((row) => judge(deps, row, deps.clock.now()));
  const languages = [...new Set(judged.map(({ language }) => language))];
  return {
    byLanguage: Object.fromEntries(
      languages.map((language) => [language, figuresOf(judged.filter((j) => j.language === language))]),
    ),
    judged,
  };
}

function judge(deps: UnderstandDeps, { text, code, alt, lang }: LabelledText, at: Date): JudgedText {
  const { candidates, decision, guess } = understandMessage(deps, text, at);
  const right = [code, ...alt];
  return {
    text,
    language: languageKey(lang ?? guess.language),
    code,
    taken: candidates[0]?.code ?? '',
    probability: candidates[0]?.probability ?? 0,
    right: candidates[0] !== undefined && right.includes(candidates[0].code),
    amongThree: candidates.slice(0, 3).some((candidate) => right.includes(candidate.code)),
    accepted: decision === 'accept',
  };
}

function figuresOf(judged: readonly JudgedText[]): LanguageFigures {
  const share = (holds: (j: JudgedText) => boolean, of = judged): number =>
    of.filter(holds).length / Math.max(1, of.length);
  return {
    rows: judged.length,
    top1: share(({ right }) => right),
    top3: share(({ amongThree }) => amongThree),
    auto: share(({ accepted }) => accepted),
    autoCorrect: share(
      ({ right }) => right,
      judged.filter(({ accepted }) => accepted),
    ),
    reliabilityError: calibrationError(judged),
  };
}

const languageKey = (language: string): string =>
  isLanguage(language) ? utteranceLanguage(language) : language.startsWith('zh') ? 'zh' : language;
