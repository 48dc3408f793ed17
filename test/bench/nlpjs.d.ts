// The packages have no types of their own; this is what the benchmark uses of them.
declare module '@nlpjs/core' {
  export function containerBootstrap(): Promise<{
    use(plugin: unknown): void;
    get(name: 'nlp'): {
      settings: object;
      forceNER: boolean;
      addLanguage(language: string): void;
      addDocument(language: string, text: string, intent: string): void;
      train(): Promise<void>;
      process(language: string, text: string): Promise<{ intent: string; score: number }>;
    };
  }>;
}
declare module '@nlpjs/nlp' {
  export const Nlp: unknown;
}
declare module '@nlpjs/lang-en-min' {
  export const LangEn: unknown;
}
declare module '@nlpjs/lang-ko' {
  export const LangKo: unknown;
}
declare module '@nlpjs/lang-zh' {
  export const LangZh: unknown;
}
