import { simplify } from '../text/normalise';

/** A thing that bears a name, as the index keeps it. */
export interface NamedPlace {
  /** An `area` is a stretch of town: a station's name without its ending, a park, a neighbourhood's nickname. */
  readonly kind: 'gu' | 'dong' | 'area' | 'station' | 'landmark' | 'road' | 'outside';
  /** Districts it may lie in; empty outside Seoul. */
  readonly gu: readonly string[];
  readonly dong?: string;
  /** In Korean. */
  readonly label: string;
  readonly exits?: ReadonlyMap<number, string>;
}

export interface NameMatch {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly places: readonly NamedPlace[];
  /** Not written as the name is, but nearly. */
  readonly misspelt?: true;
}

/** The form in which names are looked up: lower case, simplified, without spaces and hyphens. */
export const nameKey = (name: string): string =>
  simplify(name.normalize('NFKC').toLowerCase()).replace(/[\s\-·.']/gu, '');

/** Finds names in a text, longest first, without overlaps. */
export class NameIndex {
  private readonly places = new Map<string, NamedPlace[]>();
  /** The longest name that begins with these two characters. */
  private readonly longest = new Map<string, number>();

  add(name: string, place: NamedPlace): void {
    const key = nameKey(name);
    if (key.length < 2) return;
    const known = this.places.get(key);
    if (known === undefined) this.places.set(key, [place]);
    else if (!known.some((other) => isSame(other, place))) known.push(place);
    const head = key.slice(0, 2);
    this.longest.set(head, Math.max(this.longest.get(head) ?? 0, key.length));
  }

  get(name: string): readonly NamedPlace[] {
    return this.places.get(nameKey(name)) ?? [];
  }

  /** Every name in the form of `nameKey`. */
  keys(): MapIterator<string> {
    return this.places.keys();
  }

  /** Names in `text`, a text in the form of `nameKey` except that spaces and punctuation still stand. */
  find(text: string): NameMatch[] {
    const matches: NameMatch[] = [];
    for (let start = 0; start < text.length;) {
      const match = mayBegin(text, start) ? this.longestAt(text, start) : undefined;
      if (match) matches.push(match);
      start = match ? match.end : start + 1;
    }
    return matches;
  }

  private longestAt(text: string, start: number): NameMatch | undefined {
    let key = '';
    let most = 2;
    let best: NameMatch | undefined;
    for (let end = start; end < text.length && key.length < most; end++) {
      const character = text[end] ?? '';
      if (JOINT.test(character)) continue;
      if (BREAK.test(character)) break;
      key += character;
      if (key.length === 2) most = this.longest.get(key) ?? 0;
      if (key.length < 2) continue;
      const places = this.places.get(key);
      if (places && mayEnd(text, start, end + 1, key)) best = { start, end: end + 1, name: key, places };
    }
    return best;
  }
}

const isSame = (a: NamedPlace, b: NamedPlace): boolean =>
  a.kind === b.kind && a.label === b.label && a.gu.join() === b.gu.join();

const JOINT = /[\s\-·.']/u;
const BREAK = /[,;:!?()[\]"“”、，。|]/u;
const HANGUL = /[가-힣]/u;
const LATIN = /[\p{Script=Latin}\p{M}]/u;

/** A Korean or English name begins a word; in Chinese there are no words to begin. */
function mayBegin(text: string, start: number): boolean {
  const here = text[start] ?? '';
  if (JOINT.test(here)) return false;
  const before = text[start - 1] ?? ' ';
  if (HANGUL.test(here))
    return !HANGUL.test(before) || AFTER_PLACE.test(text.slice(Math.max(0, start - 4), start));
  return LATIN.test(here) ? !LATIN.test(before) : true;
}

/** Korean places are written one behind the other without spaces: `서울시강남구역삼동`. */
const AFTER_PLACE = /(?:서울|시|구|동|역|로|길|앞|옆|에|의|는|은|쪽|근처)$/u;

/** What may follow a Korean name: particles and words of place. */
const PARTICLE =
  /^(?:에|의|은|는|이|가|을|를|로|으로|와|과|랑|도|만|쪽|앞|뒤|옆|안|밖|근처|부근|인근|주변|역|역은|사거리|삼거리|오거리|교차로|로터리|입구|출구|시장|공원|일대|방향|방면|까지|부터|에서|주민|동|구|사는|살|입니|이에|예요|이요|요|임|인데|이고|말고|아니|대로|길|거리|골목|아파트|초|중|고|빌라|빌딩|주택|상가|병원|학교|도서관|센터|파출소|지구대|정류장|버스|지하|하늘|\d)/u;

function mayEnd(text: string, start: number, end: number, key: string): boolean {
  const last = text[end - 1] ?? '';
  const next = text[end] ?? ' ';
  if (LATIN.test(last)) return !LATIN.test(next);
  if (!HANGUL.test(last) || !HANGUL.test(next)) return true;
  // `영등포로터리` is a junction, not the road.
  if (last === '로' && text.startsWith('터리', end)) return false;
  // A long name, or one that says what it is, is no accident; a short one needs a particle behind it.
  if (key.length >= 4 || (key.length >= 3 && /[구동역로길교천산문시]$/u.test(key))) return true;
  return PARTICLE.test(text.slice(end, end + 4)) || (start === 0 && end === text.length);
}
