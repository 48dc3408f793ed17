import { simplify } from '../text/normalise';
import { NameIndex } from './name-index';
import type { NamedPlace } from './name-index';

/** The shape of a gazetteer that the resolver needs; `src/content` provides it. */
export interface PlaceNames {
  readonly gu: readonly { readonly names: Names }[];
  readonly legalDong: readonly {
    readonly code: string;
    readonly gu: string;
    readonly ko: string;
    readonly names: Names;
  }[];
  readonly administrativeDong: readonly { readonly gu: string; readonly ko: string; readonly en: string }[];
  readonly spots: readonly {
    readonly kind: string;
    readonly names: Names;
    readonly aliases: readonly string[];
    readonly gu: readonly string[];
    readonly dong?: string;
    readonly outside?: string;
    readonly exits: ReadonlyMap<number, string>;
  }[];
  readonly elsewhere: readonly { readonly ko: string; readonly names: readonly string[] }[];
  /** TopoJSON of the legal dong. */
  readonly shapes: () => unknown;
}

type Names = Readonly<Record<'ko' | 'en' | 'zh-Hans' | 'zh-Hant', string>>;
type Spot = PlaceNames['spots'][number];

/** Two-letter stations and names that are everyday words, with a station's ending only. */
const NEEDS_ENDING = new Set(
  '서울 seoul 首尔 시청 중앙 방화 발산 상수 오리 사리 정자 신정 공덕 이수 남성 개화 서원 강일 미사 수서 반석 마천 거여 도심 지축 대화 원당 삼송 초지 신길 시민공원 center central market park office school 市厅 中央 上水 公园 市民公园 大学 central park'.split(
    ' ',
  ),
);

/** Every name of the gazetteer with its usual variants. */
export function indexPlaces(names: PlaceNames): NameIndex {
  const index = new NameIndex();
  for (const { names: gu } of names.gu) addGu(index, gu);
  for (const dong of names.legalDong) addLegalDong(index, dong);
  for (const dong of names.administrativeDong) addAdministrativeDong(index, dong);
  for (const spot of names.spots) addSpot(index, spot);
  for (const { ko, names: own } of names.elsewhere) for (const name of own) addElsewhere(index, name, ko);
  return index;
}

function addGu(index: NameIndex, gu: Names): void {
  const place: NamedPlace = { kind: 'gu', gu: [gu.ko], label: gu.ko };
  for (const name of [gu.ko, gu['zh-Hans'], gu.en]) index.add(name, place);
  // `강남`, `Gangnam`, `江南`: without the ending, unless nothing but one syllable is left (중구).
  const bare = [gu.ko.slice(0, -1), gu['zh-Hans'].slice(0, -1), gu.en.replace(/-gu$/u, '')];
  for (const name of bare) if ([...name].length > (/[a-z]/iu.test(name) ? 4 : 1)) index.add(name, place);
  const english = gu.en.replace(/-gu$/u, '');
  for (const ending of [' gu', ' district', ' ward', ' ku']) index.add(english + ending, place);
  for (const variant of romanisations(english)) {
    index.add(variant, place);
    index.add(`${variant}-gu`, place);
  }
}

function addLegalDong(index: NameIndex, dong: PlaceNames['legalDong'][number]): void {
  const place: NamedPlace = { kind: 'dong', gu: [dong.gu], dong: dong.ko, label: dong.ko };
  for (const name of [dong.ko, dong.names['zh-Hans'], dong.names['zh-Hant'], dong.names.en])
    index.add(name, place);
  const english = /^(.*)-dong$/u.exec(dong.names.en)?.[1];
  if (english === undefined || english.length < 5) return;
  index.add(english, place);
  for (const variant of romanisations(english)) index.add(`${variant}-dong`, place);
}

/** `신사1동` also stands under `신사동`, in its own district. */
function addAdministrativeDong(
  index: NameIndex,
  { gu, ko, en }: PlaceNames['administrativeDong'][number],
): void {
  const stem = ko.replace(/제?\d+(?:[·.]\d+)*(?:동|가동)$/u, '동');
  const place: NamedPlace = { kind: 'dong', gu: [gu], dong: stem, label: stem };
  index.add(ko, { ...place, label: ko });
  index.add(stem, place);
  if (en === '') return;
  index.add(en, { ...place, label: ko });
  index.add(en.replace(/\s?\d+(?:[·.,]\d+)*(?=-dong)/u, ''), place);
}

/** What Seoul has by the same name is Seoul's. */
function addElsewhere(index: NameIndex, name: string, ko: string): void {
  if (index.get(name).every(({ kind }) => kind === 'outside'))
    index.add(name, { kind: 'outside', gu: [], label: ko });
}

const JUNCTIONS = ['사거리', '오거리', '삼거리', '교차로', '로터리'];
const AREAS = ['area', 'mountain', 'riverside', 'park'];

function addSpot(index: NameIndex, spot: Spot): void {
  const { names, aliases, outside, kind } = spot;
  const all = [names.ko, names.en, names['zh-Hans'], names['zh-Hant'], ...aliases];
  const place = spotPlace(spot);
  for (const name of all) {
    if (kind !== 'station') {
      // An area named after its dong is the dong.
      if (!index.get(name).some(({ kind: other }) => other === 'dong' || other === 'gu'))
        index.add(name, place);
      continue;
    }
    const bare = name.replace(/역$/u, '');
    for (const whole of stationNames(bare)) index.add(whole, place);
    if (/[가-힣]$/u.test(bare) && outside === undefined)
      for (const junction of JUNCTIONS) index.add(bare + junction, { ...place, label: bare + junction });
    // Without its ending a station beyond Seoul, or one that is an everyday word, means something else.
    const isGu = index.get(bare).some((other) => other.kind === 'gu');
    if (
      outside !== undefined ||
      isGu ||
      NEEDS_ENDING.has(simplify(bare.toLowerCase())) ||
      [...bare].length < 2
    )
      continue;
    index.add(bare, { ...place, kind: 'area', label: `${names.ko.replace(/역$/u, '')}역` });
  }
}

function spotPlace({ names, gu, dong, outside, kind, exits }: Spot): NamedPlace {
  if (outside !== undefined) return { kind: 'outside', gu: [], label: outside };
  const isStation = kind === 'station';
  return {
    kind: isStation
      ? 'station'
      : kind === 'road' || kind === 'stream'
        ? 'road'
        : AREAS.includes(kind)
          ? 'area'
          : 'landmark',
    gu,
    label: isStation ? `${names.ko.replace(/역$/u, '')}역` : names.ko,
    ...(dong !== undefined && { dong }),
    exits,
  };
}

/** `강남역`, `江南站`, `Gangnam station`. */
function stationNames(bare: string): string[] {
  if (/[가-힣]$/u.test(bare)) return [`${bare}역`];
  return /[a-z.]$/iu.test(bare)
    ? [' station', ' stn', ' metro', ' subway'].map((ending) => bare + ending)
    : [`${bare}站`];
}

/** Older and careless spellings of an English name: Kangnam, Yongdungpo, Dongdaemoon. */
function romanisations(name: string): string[] {
  const lower = name.toLowerCase();
  const variants = [
    lower.replace(/^g/u, 'k'),
    lower.replaceAll('eo', 'o').replaceAll('eu', 'u'),
    lower.replaceAll('eo', 'u'),
    lower.replace(/un$/u, 'oon'),
    lower.replace(/^j/u, 'ch'),
    lower.replace(/^d/u, 't'),
    lower.replace(/^g/u, 'k').replaceAll('eo', 'o'),
  ];
  return [...new Set(variants)].filter((variant) => variant !== lower && variant.length >= 5);
}
