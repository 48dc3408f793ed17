import { isLanguage, utteranceLanguage } from '../domain/language/language';
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
}

/** Measures the understanding per language: what is in ko, zh or en, and what is left. */
export function evaluateUnderstanding(
  deps: UnderstandDeps,
  rows: readonly LabelledText[],
): { readonly byLanguage: Readonly<Record<string, LanguageFigures>> } {
  const counts = new Map<string, { rows: number; top1: number; top3: number; auto: number; right: number }>();
  for (const row of rows) {
    const { candidates, decision, guess } = understandMessage(deps, row.text);
    const key = languageKey(row.lang ?? guess.language);
    const count = counts.get(key) ?? { rows: 0, top1: 0, top3: 0, auto: 0, right: 0 };
    const accepted = [row.code, ...row.alt];
    const first = candidates[0] !== undefined && accepted.includes(candidates[0].code);
    count.rows++;
    if (first) count.top1++;
    if (candidates.slice(0, 3).some(({ code }) => accepted.includes(code))) count.top3++;
    if (decision === 'accept') count.auto++;
    if (decision === 'accept' && first) count.right++;
    counts.set(key, count);
  }
  const byLanguage = Object.fromEntries(
    [...counts].map(([key, { rows: n, top1, top3, auto, right }]) => [
      key,
      { rows: n, top1: top1 / n, top3: top3 / n, auto: auto / n, autoCorrect: auto === 0 ? 0 : right / auto },
    ]),
  );
  return { byLanguage };
}

const languageKey = (language: string): string =>
  isLanguage(language) ? utteranceLanguage(language) : language.startsWith('zh') ? 'zh' : language;
