import type { ParsedComponents, ParsedResult } from 'chrono-node';
import { casual as english } from 'chrono-node/en';
import { hans } from 'chrono-node/zh';
import { addDays, toSeoulTime, weekdayOf } from '../../domain/deadline/seoul-time';
import type { FoundTime } from './korean-times';
import type { DayPartName, Moment } from './time-arithmetic';
import { clockMinute, dateOf, likelyMinute, pastWeekday, toReference, today } from './time-arithmetic';

/** Only a text with such a word is worth chrono's while. */
const ENGLISH =
  /\b(?:today|tonight|yesterday|tomorrow|morning|noon|afternoon|evening|night|midnight|(?:mon|tues?|wednes|thurs?|fri|satur|sun)day|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|last|this|[ap]\.?m\b)|\d(?:[:/]\d|\s*[ap]\.?m\b)/u;
const CHINESE =
  /[昨今前明]天|[昨今前][晚日夜]|[上这本]?个?(?:周|星期|礼拜)[一二三四五六日天]|\d+[月点号日:]|[一二三四五六七八九十两]点|早上|上午|中午|下午|晚上|凌晨|夜里/u;

/** Days and hours in Chinese and English, by chrono, with its traps mended. @param text folded: lower case, simplified */
export function chronoTimes(text: string, at: Date): FoundTime[] {
  const reference = wallClock(at);
  const results = [
    ...(ENGLISH.test(text) ? english.parse(meridiemsOf(text), reference) : []),
    ...(CHINESE.test(text) ? hans.parse(text, reference) : []),
  ].filter((result) => saysATime(result));
  return joined(results, text).flatMap((group) => {
    const value = readGroup(group, text, at);
    const [first] = group;
    const last = group.at(-1);
    return value && first && last ? [{ start: first.index, end: last.index + last.text.length, value }] : [];
  });
}

/** "5:30 in the afternoon" in the form that chrono reads as one, of the same length. */
const meridiemsOf = (text: string): string =>
  text.replace(
    /(?<=\d\s*(?:o'clock)?\s)(?:in the (afternoon|evening|morning)|at (night))/gu,
    (words, part: string | undefined) => (part === 'morning' ? 'am' : 'pm').padEnd(words.length),
  );

/**
 * Seoul's time of day as this machine's: chrono's Chinese reads the day from the machine's time zone, whatever zone it
 * is told. Only the parts of its results are used, never the instant.
 */
function wallClock(at: Date): Date {
  const [year = 0, month = 1, day = 1] = today(at).split('-').map(Number);
  const { minute } = toSeoulTime(at);
  return new Date(year, month - 1, day, Math.floor(minute / 60), Math.floor(minute % 60));
}

/** "at 3" may be an exit, "2/3" a share; a bare number is no hour. */
const saysATime = ({ text, start }: ParsedResult): boolean =>
  !/^(?:at\s+)?\d{1,2}$/u.test(text) &&
  !(text === 'may' || text === 'mar' || text === 'sun') &&
  start.date() instanceof Date;

/** "yesterday around 11pm" comes as two results; a day and an hour side by side are one time. */
function joined(results: readonly ParsedResult[], text: string): ParsedResult[][] {
  const groups: ParsedResult[][] = [];
  for (const result of results.toSorted((a, b) => a.index - b.index)) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const gap = last && text.slice(last.index + last.text.length, result.index);
    if (group && gap !== undefined && result.index < (last?.index ?? 0) + (last?.text.length ?? 0)) continue;
    if (
      group &&
      gap !== undefined &&
      /^\s*(?:,|at|around|about|的|大概|大约|差不多|in the|上)?\s*$/u.test(gap)
    )
      group.push(result);
    else groups.push([result]);
  }
  return groups;
}

function readGroup(group: readonly ParsedResult[], text: string, at: Date): FoundTime['value'] | undefined {
  const parts = group.map(({ start }) => start);
  const words = group.map((result) => result.text).join(' ');
  const moment: Moment = momentOf(parts, words, at);
  if (moment.date === undefined && moment.minute === undefined && moment.part === undefined) return undefined;
  const [first] = group;
  const last = group.at(-1);
  const before = text.slice(Math.max(0, (first?.index ?? 0) - 8), first?.index);
  const after = text.slice((last?.index ?? 0) + (last?.text.length ?? 0)).slice(0, 5);
  const end = last?.end;
  return toReference(at, moment, {
    ongoing:
      /(?:since|from|自从|从)\s*$/u.test(before) && !end ? true : /^\s*(?:开始|起|以来|就)/u.test(after),
    approximate:
      /(?:around|about|大概|大约)\s*$/u.test(before + words.slice(0, 0)) ||
      /around|about|左右|大概/u.test(words + after + gapWords(group, text)),
    ...(end && { until: momentOf([end], words, at) }),
  });
}

const gapWords = (group: readonly ParsedResult[], text: string): string =>
  text.slice(group[0]?.index, group.at(-1)?.index ?? 0);

function momentOf(parts: readonly ParsedComponents[], words: string, at: Date): Moment {
  const dated = parts.find((part) => part.isCertain('day') || part.isCertain('weekday'));
  const clocked = parts.find((part) => part.isCertain('hour'));
  const part = partOf(words);
  let date = dated && pastDay(dated, at);
  // chrono takes "last night" for the small hours of today, and `昨晚` for yesterday: both begin yesterday.
  if (/last\s+night|overnight/u.test(words)) date = addDays(today(at), -1);
  const known = date === undefined ? {} : { date };
  if (clocked) {
    const [hour, minutes] = [clocked.get('hour') ?? 0, clocked.get('minute') ?? 0];
    const plain = hour * 60 + minutes;
    if (clocked.isCertain('meridiem') && part !== 'night') return { ...known, minute: plain };
    if (part !== undefined) return { ...known, minute: clockMinute(hour, minutes, part) ?? plain };
    return { ...known, minute: likelyMinute(at, plain, date) };
  }
  return part === undefined ? known : { ...known, part };
}

/** Complaints look back: a weekday or a date that chrono puts in the future was the last one. */
function pastDay(part: ParsedComponents, at: Date): string | undefined {
  const weekday = part.get('weekday');
  // chrono takes the hour's own day for certain in `礼拜六早上`.
  const [year, month, day] = [part.get('year') ?? 0, part.get('month') ?? 0, part.get('day') ?? 0];
  const date = dateOf(year, month, day);
  if (date === undefined) return undefined;
  if (part.isCertain('weekday') && weekday !== null && weekdayOf(date) !== weekday)
    return pastWeekday(at, weekday);
  if (date <= today(at)) return date;
  if (part.isCertain('weekday') && !part.isCertain('day')) return addDays(date, -7);
  return part.isCertain('year') ? date : dateOf(year - 1, month, day);
}

function partOf(words: string): DayPartName | undefined {
  if (/凌晨|dawn/u.test(words)) return 'dawn';
  if (/night|[夜晚]/u.test(words)) return 'night';
  if (/morning|早|上午/u.test(words)) return 'morning';
  if (/evening|傍晚/u.test(words)) return 'evening';
  if (/afternoon|下午/u.test(words)) return 'afternoon';
  return /noon|中午/u.test(words) ? 'noon' : undefined;
}
