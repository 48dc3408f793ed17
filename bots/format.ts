import type { Catalogue, Phrases } from '../src/app/ports/catalogue';
import type { Language } from '../src/domain/language/language';
import type { Place } from '../src/domain/place/place';

const TIME: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  ko: when('ko-KR'),
  'zh-Hans': when('zh-CN'),
  'zh-Hant': when('zh-TW'),
  en: when('en-GB'),
};

function when(locale: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, {
    timeZone: 'Asia/Seoul',
    month: 'long',
    day: 'numeric',
    weekday: 'long',
    hour: 'numeric',
    minute: '2-digit',
    hour12: locale !== 'zh-CN',
  });
}

/** A due time in plain words: `3월 26일 목요일 오후 6:00`, `Thursday 26 March at 6:00 pm`. */
export const formatTime = (instant: Date, language: Language): string =>
  // Some builds of ICU leave Korean with AM and PM.
  TIME[language]
    .format(instant)
    .replace(/[AP]M/, (half) => (language !== 'ko' ? half : half === 'AM' ? '오전' : '오후'));

const SEPARATOR: Readonly<Record<Language, string>> = { ko: ' ', 'zh-Hans': '', 'zh-Hant': '', en: ', ' };

/** A place in the citizen's language as far as its names are known: `강남구 강남역 11번 출구`. */
export function formatPlace(
  place: Place,
  detail: string | undefined,
  { catalogue, phrases }: { readonly catalogue: Catalogue; readonly phrases: Phrases },
  language: Language,
): string {
  const gu = catalogue.guName(place.gu, language);
  const dong = place.dong === undefined ? '' : catalogue.dongName(place.gu, place.dong, language);
  const [, name = place.label, exit] = /^(.*?)(?: (\d+)번 출구)?$/.exec(place.label) ?? [];
  const named = name === place.dong || name === place.gu ? '' : catalogue.spotName(name, language);
  const spot = exit === undefined ? named : phrases.say(language, 'place.exit', { station: named, exit });
  const parts = language === 'en' ? [spot, dong, gu] : [gu, dong, spot];
  const joined = parts.filter((part) => part !== '').join(SEPARATOR[language]);
  return detail === undefined || detail === '' ? joined : `${joined} (${detail})`;
}
