import type { TimeReference } from '../../domain/entity/entity';
import { addDays } from '../../domain/deadline/seoul-time';
import type { TextSpan } from '../../domain/text-span';
import { KOREAN_TIME_WORD, readKoreanWord } from './korean-time-words';
import type { KoreanTimeWord } from './korean-time-words';
import type { DayPartName, Moment } from './time-arithmetic';
import {
  ago,
  clockMinute,
  clockText,
  DAY_PARTS,
  likelyMinute,
  mondayOf,
  monthAway,
  pastWeekday,
  toReference,
  today,
  yearAway,
} from './time-arithmetic';

export interface FoundTime extends TextSpan {
  readonly value: TimeReference;
}

type Placed = TextSpan & { readonly word: KoreanTimeWord };

/** What may stand between two words of one time: `어제 밤의 11시쯤`, `3월 5일 (목) 오후`. */
const GAP = /^[\s,]*(?:에는|에|의|은|는|이면|마다)?[\s,~]*(?:한|약|대략|거의)?\s*$/u;

/**
 * Times in Korean by a small grammar: words are found one by one, and what stands together is read as one time.
 * @param text folded
 */
export function koreanTimes(text: string, at: Date): FoundTime[] {
  const found: FoundTime[] = [];
  let phrase: Placed[] = [];
  const finish = (): void => {
    const value =
      phrase.length === 0
        ? undefined
        : readPhrase(
            phrase.map(({ word }) => word),
            at,
          );
    if (value) found.push({ start: phrase[0]?.start ?? 0, end: phrase.at(-1)?.end ?? 0, value });
    phrase = [];
  };
  for (const match of text.matchAll(KOREAN_TIME_WORD)) {
    const word = readKoreanWord(match);
    if (!word) continue;
    const last = phrase.at(-1);
    if (last && !(GAP.test(text.slice(last.end, match.index)) && mayFollow(phrase, word))) finish();
    phrase.push({ start: match.index, end: match.index + match[0].length, word });
  }
  finish();
  return found;
}

/** Words that begin a time of their own: `어제, 그저께`. After "from" a second point is where it ends. */
function mayFollow(phrase: readonly Placed[], { kind }: KoreanTimeWord): boolean {
  const kinds = phrase.map(({ word }) => word.kind);
  if (kinds.at(-1) === 'until') return false;
  const from = kinds.lastIndexOf('from');
  const since = kinds.slice(from + 1);
  return ['from', 'until', 'around', 'every', 'lasting', 'ago'].includes(kind) || !since.includes(kind);
}

/** The point that words name together, and how it is meant. */
interface Reading {
  moment: Moment;
  part?: DayPartName | undefined;
  hour?: { hour: number; minute: number } | undefined;
}

function readPhrase(words: readonly KoreanTimeWord[], at: Date): TimeReference | undefined {
  const from = words.findIndex(({ kind }) => kind === 'from');
  const hasEnd = words.at(-1)?.kind === 'until';
  const first = pointOf(from >= 0 ? words.slice(0, from) : words, at);
  const second = from >= 0 ? pointOf(words.slice(from + 1), at) : undefined;
  const every = words.find((word) => word.kind === 'every');
  const lasting = words.some(({ kind }) => kind === 'lasting');
  const approximate = words.some((word) => word.kind === 'around' || ('vague' in word && word.vague));
  if (every?.kind === 'every') {
    const clock = second && (second.hour ?? second.part) ? second : first;
    const begun = from >= 0 ? first.moment : {};
    const hasBegun = begun.date !== undefined || begun.days !== undefined;
    return toReference(at, begun, {
      ongoing: hasBegun,
      approximate,
      recurrence: {
        every: every.every,
        ...weekdaysOf(words),
        ...hoursOf(clock, every.part),
      },
    });
  }
  const moment = withClock(first, at);
  if (Object.keys(moment).length === 0) return undefined;
  const until = hasEnd && second ? withClock(second, at, first.moment) : undefined;
  return toReference(at, moment, {
    ongoing: lasting || (from >= 0 && !until),
    approximate,
    ...(until && Object.keys(until).length > 0 && { until }),
  });
}

/** `작년 7월` is not this year's July. */
function monthOfYear(days: NonNullable<Moment['days']>, words: readonly KoreanTimeWord[]): typeof days {
  const year = words.find((word) => word.kind === 'year');
  if (year?.kind !== 'year' || year.offset >= 0) return days;
  const move = (date: string): string => `${Number(date.slice(0, 4)) + year.offset}${date.slice(4)}`;
  return { ...days, from: move(days.from), to: move(days.to) };
}

/** `매주 토요일`, `토요일마다`. */
function weekdaysOf(words: readonly KoreanTimeWord[]): { weekdays?: readonly number[] } {
  const every = words.findIndex(({ kind }) => kind === 'every');
  const weekdays = words
    .slice(Math.max(0, every))
    .flatMap((word) =>
      word.kind === 'weekday' ? [word.weekday] : word.kind === 'every' ? (word.weekdays ?? []) : [],
    );
  return weekdays.length === 0 ? {} : { weekdays };
}

function pointOf(words: readonly KoreanTimeWord[], at: Date): Reading {
  const reading: Reading = { moment: {} };
  const week = words.find((word) => word.kind === 'week');
  for (const word of words) {
    switch (word.kind) {
      case 'day':
        reading.moment = { date: addDays(today(at), word.offset) };
        reading.part ??= word.part;
        break;
      case 'date':
        reading.moment = { date: word.dateOf(at) ?? today(at) };
        break;
      case 'week': {
        const from = mondayOf(at, word.offset);
        reading.moment = { days: { from, to: addDays(from, 7), grain: 'week' } };
        break;
      }
      case 'weekday':
        reading.moment = {
          date:
            week?.kind === 'week'
              ? addDays(mondayOf(at, week.offset), (word.weekday + 6) % 7)
              : pastWeekday(at, word.weekday),
        };
        break;
      case 'month':
        reading.moment = { days: monthAway(at, word.offset) };
        break;
      case 'month-of-year':
        reading.moment = { days: monthOfYear(word.daysOf(at), words) };
        break;
      case 'year':
        reading.moment = { days: yearAway(at, word.offset) };
        break;
      case 'ago':
      case 'lasting':
        reading.moment = ago(at, word.count, word.unit);
        break;
      case 'part':
        reading.part = word.part;
        break;
      case 'clock':
        reading.hour = word;
        break;
      default:
        break;
    }
  }
  return reading;
}

/** The day with its hour or part. `밤 2시` of yesterday is two o'clock today. */
function withClock({ moment, part, hour }: Reading, at: Date, day: Moment = {}): Moment {
  const date = moment.date ?? day.date;
  const known = date === undefined ? {} : { date };
  if (hour) {
    const minute = clockMinute(hour.hour, hour.minute, part);
    if (minute === undefined) return moment;
    return { ...known, minute: part === undefined ? likelyMinute(at, minute, date) : minute };
  }
  return part !== undefined && !moment.days ? { ...known, part } : moment;
}

function hoursOf(
  { hour, part }: Reading,
  named: DayPartName | undefined,
): { after?: string; before?: string } {
  const when = part ?? named;
  if (hour) {
    const minute = clockMinute(hour.hour, hour.minute, when);
    return minute === undefined ? {} : { after: clockText(minute) };
  }
  if (when === undefined) return {};
  const { from, to } = DAY_PARTS[when];
  return { after: clockText(from), ...(to <= 1_440 && { before: clockText(to) }) };
}
