/** The sentences of one part of the browser code: language, then key without the part's prefix. */
export type Texts = Readonly<Record<'ko' | 'zh-Hans' | 'zh-Hant' | 'en', Readonly<Record<string, string>>>>;
