import type { NameMatch } from './name-index';

/** What may stand between another city and a district of it: `부산시 중구`, `釜山市中区`. */
const CITY_BEFORE = /^[\s,]*(?:시|광역시|특별시|도|市|广域市|-?si|city)?[\s,]*(?:의|的)?\s*$/u;
/** "Jung-gu, Incheon" */
const CITY_BEHIND = /^\s*,?\s*(?:in\s+)?$/u;

/** Leaves out districts that another city's name stands beside: there is a Jung-gu in six cities. */
export function withoutElsewhere(matches: readonly NameMatch[], text: string): NameMatch[] {
  return matches.filter((match, i) => {
    if (!match.places.every(({ kind }) => kind === 'gu' || kind === 'dong')) return true;
    const before = matches[i - 1];
    const behind = matches[i + 1];
    const ofCityBefore =
      before && isElsewhere(before) && CITY_BEFORE.test(text.slice(before.end, match.start));
    const ofCityBehind =
      behind &&
      isElsewhere(behind) &&
      /[a-z]$/u.test(text.slice(0, match.end)) &&
      CITY_BEHIND.test(text.slice(match.end, behind.start));
    return !(ofCityBefore || ofCityBehind);
  });
}

const isElsewhere = ({ places }: NameMatch): boolean => places.every(({ kind }) => kind === 'outside');
