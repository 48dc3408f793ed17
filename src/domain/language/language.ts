import type { TextSpan } from '../text-span';

/** The languages Dadam answers in (BCP 47). Chinese has two scripts with a voice of their own. */
export const LANGUAGES = ['ko', 'zh-Hans', 'zh-Hant', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The languages utterances and figures are kept in: both scripts of Chinese share one list. */
export const UTTERANCE_LANGUAGES = ['ko', 'zh', 'en'] as const;
export type UtteranceLanguage = (typeof UTTERANCE_LANGUAGES)[number];

/** A record with a value for each of ko, zh, en. */
export const perLanguage = <T>(of: (language: UtteranceLanguage) => T): Record<UtteranceLanguage, T> => ({
  ko: of('ko'),
  zh: of('zh'),
  en: of('en'),
});

/** A text in each language. */
export type Localized = Readonly<Record<Language, string>>;

/** What a message shows of its language; `undetermined` for numbers, emoji, bare names. */
export interface LanguageGuess {
  readonly language: Language | 'undetermined';
  /** ISO 15924 code of the script most letters are in; `Zyyy` where there are none. */
  readonly script: 'Hang' | 'Hans' | 'Hant' | 'Hani' | 'Latn' | 'Zyyy';
}

/** A stretch of a mixed message with the language it is in; `undetermined` for names and other languages. */
export interface LanguageSpan extends TextSpan {
  readonly language: Language | 'undetermined';
}

export const utteranceLanguage = (language: Language): UtteranceLanguage =>
  language === 'zh-Hans' || language === 'zh-Hant' ? 'zh' : language;

export const isLanguage = (value: unknown): value is Language =>
  (LANGUAGES as readonly unknown[]).includes(value);
