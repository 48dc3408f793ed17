import type { NameMatch } from './name-index';

/** What may stand between another city and a district of it: `부산시 중구`, `釜山市中区`. */
const CITY_BEFORE = /^[\s,]*(?:시|광역시|특별시|도|市|广域市|-?si|city)?[\s,]*(?:의|的)?\s*$/u;
/** "Jung-gu, Incheon" */
const CITY_BEHIND = /^\s*,?\s*(?:in\s+)?$/u;

/** Leaves out districts that another city's name stands beside: there is a Jung-gu in six cities. */
export function withoutElsewhere(matches: readonly NameMatch[], text: string): NameMatch[] {
  const kept: NameMatch[] = [];
  let elsewhere: NameMatch | undefined;
  for (const [i, match] of matches.entries()) {
    const behind = matches[i + 1];
    const ofCityBefore =
      elsewhere && isDistrict(match) && CITY_BEFORE.test(text.slice(elsewhere.end, match.start));
    const ofCityBehind =
      behind &&
      isDistrict(match) &&
      isElsewhere(behind) &&
      LATIN_END.test(text.slice(0, match.end)) &&
      CITY_BEHIND.test(text.slice(match.end, behind.start));
    // What follows a district of another city lies there too: `부산 중구 중앙동`.
    if (ofCityBefore || isElsewhere(match)) elsewhere = match;
    else elsewhere = undefined;
    if (!ofCityBefore && !ofCityBehind) kept.push(match);
  }
  return kept;
}

const LATIN_END = /[a-z]$/u;
const isDistrict = ({ places }: NameMatch): boolean =>
  places.every(({ kind }) => kind === 'gu' || kind === 'dong');
const isElsewhere = ({ places }: NameMatch): boolean => places.every(({ kind }) => kind === 'outside');
