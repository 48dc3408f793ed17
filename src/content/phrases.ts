import i18next from 'i18next';
import type { Phrases } from '../app/ports/catalogue';
import type { Locales } from './load-locales';

/** The sentences of locales/ through i18next. */
export function localePhrases(locales: Locales): Phrases {
  const engine = i18next.createInstance();
  void engine.init({
    initAsync: false,
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: Object.fromEntries(
      [...locales].map(([language, { sentences }]) => [language, { translation: sentences }]),
    ),
  });
  return {
    say(language, key, values = {}) {
      if (!engine.exists(key, { lng: language })) throw new Error(`no sentence ${key} in ${language}`);
      return engine.t(key, { lng: language, ...values });
    },
    sentences: (language, prefix) =>
      Object.fromEntries(
        Object.entries(locales.get(language)?.sentences ?? {})
          .filter(([key]) => key.startsWith(prefix))
          .map(([key, sentence]) => [key.slice(prefix.length), sentence]),
      ),
    words: (language, key) => locales.get(language)?.words[key] ?? [],
  };
}
