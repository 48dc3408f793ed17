import type { Place, PlaceFinding } from '../../domain/place/place';
import type { NamedPlace, NameMatch } from './name-index';

/** How exact a name is; the most exact one becomes the place's label. */
const EXACTNESS: Readonly<Record<NamedPlace['kind'], number>> = {
  station: 5,
  landmark: 5,
  dong: 4,
  area: 3,
  road: 2,
  gu: 1,
  outside: 0,
};

/**
 * How far a mention may be believed: by the kind of its name; more where a second name lies in the same district, less
 * where it is misspelt.
 */
const CONFIDENCE: Readonly<Record<NamedPlace['kind'], number>> = {
  station: 0.95,
  landmark: 0.95,
  dong: 0.95,
  gu: 0.95,
  road: 0.9,
  area: 0.85,
  outside: 0,
};
const CONFIRMED = 0.98;
const MISSPELT = 0.6;

/** A reading of all names together: districts that every name allows. Spans are into `text`. */
export function combineNames(matches: readonly NameMatch[], text: string): PlaceFinding {
  const inSeoul = matches.filter(({ places }) => places.some(({ kind }) => kind !== 'outside'));
  if (inSeoul.length === 0) {
    const outside = matches[0]?.places[0];
    return outside ? { kind: 'outside', where: outside.label } : { kind: 'none' };
  }
  const readings = inSeoul.map((match) => ({ match, options: optionsOf(match, text) }));
  const common = readings
    .map(({ options }) => new Set(options.flatMap(({ gu }) => gu)))
    .reduce((a, b) => {
      const both = new Set([...a].filter((gu) => b.has(gu)));
      return both.size > 0 ? both : a;
    });
  // Korean and Chinese go from the large to the small: of two names as exact, the later says more.
  const laterWins = /[\p{Script=Hangul}\p{Script=Han}]/u.test(text) ? 0 : 1;
  const best = readings.reduce((a, b) => (exactness(b.options) >= exactness(a.options) + laterWins ? b : a));
  const candidates = best.options
    .flatMap((option) => option.gu.map((gu) => toPlace(option, gu, best.match, text)))
    .filter(({ gu }, _, all) => common.has(gu) || !all.some((other) => common.has(other.gu)));
  const [first, ...others] = mostExactPerGu(candidates);
  if (!first) return { kind: 'none' };
  const spans = inSeoul
    .filter(({ places }) => places.some(({ gu }) => gu.includes(first.gu)))
    .map(({ start, end }) => ({ start, end }));
  if (others.length === 0) {
    const place = withDong(
      first,
      readings.flatMap(({ options }) => options),
    );
    return { kind: 'found', place, confidence: confidenceOf(best.match, spans.length), spans };
  }
  const named = text.slice(best.match.start, best.match.end).trim();
  return { kind: 'ambiguous', text: named, candidates: [first, ...others], spans };
}

function confidenceOf({ places, misspelt }: NameMatch, names: number): number {
  if (misspelt) return MISSPELT;
  return names > 1 ? CONFIRMED : Math.max(...places.map(({ kind }) => CONFIDENCE[kind]));
}

const exactness = (options: readonly NamedPlace[]): number =>
  Math.max(...options.map(({ kind }) => EXACTNESS[kind]));

/** The places a name may mean here; an exit's number decides between the two sides of a border. */
function optionsOf(match: NameMatch, text: string): NamedPlace[] {
  const exit = exitBehind(text, match.end);
  const inside = match.places.filter(({ kind }) => kind !== 'outside');
  // A district's own name without ending (`강남`) is the district, unless an exit shows that the station is meant.
  const stations = inside.filter(({ kind, exits }) => kind === 'station' || (kind === 'area' && exits));
  const options = exit !== undefined && stations.length > 0 ? stations : inside;
  return options.map((place) => {
    const side = exit === undefined ? undefined : place.exits?.get(exit);
    if (side === undefined) return place;
    // The station's dong lies on its own side of the border.
    const { dong: _, ...rest } = place;
    return { ...rest, gu: [side] };
  });
}

function exitBehind(text: string, end: number): number | undefined {
  const behind = text.slice(end, end + 24);
  const found =
    /^[역站\s]*(?:station|stn)?[\s,]*(?:제)?(\d{1,2})(?:[-−]\d)?\s*(?:번?\s*(?:출구|게이트)|号?\s*(?:出口|出站口|口))/u.exec(
      behind,
    ) ?? /^[\s,]*(?:station|stn)?[\s,]*(?:exit|gate)\s*(?:no\.?|number|#)?\s*(\d{1,2})/u.exec(behind);
  return found ? Number(found[1]) : undefined;
}

function toPlace(option: NamedPlace, gu: string, match: NameMatch, text: string): Place {
  const exit = option.exits ? exitBehind(text, match.end) : undefined;
  const precision = exit !== undefined ? 'spot' : precisionOf(option.kind, text);
  return {
    gu,
    ...(option.dong !== undefined && { dong: option.dong }),
    label: exit === undefined ? option.label : `${option.label} ${exit}번 출구`,
    precision,
  };
}

/** Words that say where within a neighbourhood: in front of the school, 1004호, 교회 옆, 小学对面. */
const POSITION =
  /앞|옆|뒤편|뒤쪽|맞은편|건너편|사거리|삼거리|오거리|교차로|로터리|모퉁이|[로길]\s?\d|\d+-\d+|\d+\s?(?:번지|호|동\s)|旁|门口|前面|前边|前方|对面|路口|隔壁|\d+号|\b(?:in front of|next to|beside|behind|opposite|across from|[a-z]+-?(?:ro|gil|daero)\s?\d+|\d+(?:-\d+)?,?\s[a-z]+-?(?:ro|gil|daero)|corner of|intersection|outside the|\d+(?:-ro|-gil|\s+street))\b/u;

function precisionOf(kind: NamedPlace['kind'], text: string): Place['precision'] {
  if (kind === 'station' || kind === 'landmark') return 'spot';
  if (kind === 'gu') return 'gu';
  return POSITION.test(text) ? 'spot' : kind === 'road' ? 'gu' : 'dong';
}

/** One place a district, the most exact. */
function mostExactPerGu(places: readonly Place[]): Place[] {
  const order = { spot: 2, dong: 1, gu: 0 };
  const best = new Map<string, Place>();
  for (const place of places) {
    const known = best.get(place.gu);
    if (!known || order[place.precision] > order[known.precision]) best.set(place.gu, place);
  }
  return [...best.values()];
}

/** A dong named beside a landmark or a road says more of where it is. */
function withDong(place: Place, options: readonly NamedPlace[]): Place {
  if (place.dong !== undefined) return place;
  const dong = options.find((option) => option.kind === 'dong' && option.gu.includes(place.gu))?.dong;
  return dong === undefined ? place : { ...place, dong };
}
