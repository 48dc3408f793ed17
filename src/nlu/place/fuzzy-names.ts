import { DamerauLevenshteinDistance } from 'natural/lib/natural/distance/levenshtein_distance';
import type { NameIndex, NameMatch } from './name-index';
import { nameKey } from './name-index';

/**
 * Words that say what they are (`강남녁`, "Ganganm station", "Yeongdungpo-gu") or are long: only those are taken for
 * misspelt names. Korean is compared by its letters, not its syllables.
 */
const KOREAN = /(?<![가-힣])([가-힣]{2,6}(?:역|녁|구청|동|시장|공원|사거리)|[가-힣]{3,5}구)(?![가-힣]{3})/gu;
const ENGLISH =
  /(?<![a-z])([a-z]{5,14})(?:[\s-]*(?:station|stn|gu|dong|ward|district|market|park)(?![a-z]))|(?<![a-z])([a-z]{8,14})(?![a-z])/gu;
const SHORTEST_KOREAN = 3;

/** Letters of Hangul one by one; other text as it is. */
const letters = (text: string): string => text.normalize('NFD');

interface Name {
  readonly key: string;
  readonly spelt: string;
  /** Which letters it holds, a bit each. */
  readonly held: number;
}

const heldIn = (spelt: string): number => {
  let bits = 0;
  for (let i = 0; i < spelt.length; i++) bits |= 1 << (spelt.charCodeAt(i) & 31);
  return bits;
};

/** Every edit changes two bits at most. */
function maybeWithin(a: number, b: number, edits: number): boolean {
  let different = a ^ b;
  for (let i = 0; i < 2 * edits && different !== 0; i++) different &= different - 1;
  return different === 0;
}

/** Finds names that are nearly written right. To be asked only where no name was found. */
export function fuzzyFinder(index: NameIndex): (text: string) => NameMatch[] {
  let names: ReadonlyMap<string, readonly Name[]> | undefined;
  return (text) => {
    names ??= byFirstLetters(index);
    const known = names;
    return [...text.matchAll(KOREAN), ...text.matchAll(ENGLISH)]
      .map((match) => nearest(match, known, index))
      .filter((match) => match !== undefined)
      .sort((a, b) => a.start - b.start);
  };
}

/** Who mistypes a name seldom does so at once. */
const headOf = (spelt: string): string => spelt.slice(0, 2);

function byFirstLetters(index: NameIndex): Map<string, Name[]> {
  const names = new Map<string, Name[]>();
  for (const key of index.keys()) {
    const spelt = letters(key);
    const first = headOf(spelt);
    const long = /[가-힣]/u.test(key) ? key.length >= SHORTEST_KOREAN : /^[a-z]{5,}$/u.test(key);
    if (long) names.set(first, [...(names.get(first) ?? []), { key, spelt, held: heldIn(spelt) }]);
  }
  return names;
}

function nearest(
  match: RegExpMatchArray,
  names: ReadonlyMap<string, readonly Name[]>,
  index: NameIndex,
): NameMatch | undefined {
  const written = nameKey(match[1] ?? match[2] ?? '');
  const spelt = letters(/[가-힣]/u.test(written) ? written.replace(/녁$/u, '역') : written);
  const most = /^[a-z]/u.test(spelt) && spelt.length >= 9 ? 2 : 1;
  if (/[가-힣]/u.test(written) && written.length < SHORTEST_KOREAN) return undefined;
  const held = heldIn(spelt);
  let best: { name: Name; distance: number } | undefined;
  for (const name of names.get(headOf(spelt)) ?? []) {
    if (Math.abs(name.spelt.length - spelt.length) > most || !maybeWithin(name.held, held, most)) continue;
    const distance = DamerauLevenshteinDistance(spelt, name.spelt, { restricted: true });
    if (distance <= most && distance < (best?.distance ?? Infinity)) best = { name, distance };
  }
  if (!best) return undefined;
  const start = match.index ?? 0;
  return {
    start,
    end: start + match[0].length,
    name: best.name.key,
    places: index.get(best.name.key),
    misspelt: true,
  };
}
