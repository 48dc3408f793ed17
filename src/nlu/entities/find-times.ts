import { chronoTimes } from './chrono-times';
import type { FoundTime } from './korean-times';
import { koreanTimes } from './korean-times';
import { recurrences } from './recurrences';
import { spokenSpans } from './spoken-spans';

/** Every time that a text names, in any of the three languages, in order and without overlaps. @param text folded */
export function findTimes(text: string, at: Date): FoundTime[] {
  const korean = KOREAN_OR_DATE.test(text) ? koreanTimes(text, at) : [];
  let rest = blanked(text, korean);
  if (!/[a-z\p{Script=Han}]/u.test(rest)) return korean;
  const repeated = recurrences(rest, at);
  rest = blanked(rest, repeated);
  const spans = spokenSpans(rest, at);
  rest = blanked(rest, spans);
  const found = [...korean, ...repeated, ...spans, ...chronoTimes(rest, at)];
  return joined(
    found.sort((a, b) => a.start - b.start),
    text,
  );
}

/** A date in figures is read as Koreans write it, whatever the language. */
const KOREAN_OR_DATE = /[가-힣]|20\d\d[./-]\d/u;

/** The text with what was found already replaced by a mark that nothing reads on across. */
function blanked(text: string, found: readonly FoundTime[]): string {
  let blank = text;
  for (const { start, end } of found)
    blank = blank.slice(0, start) + '|'.repeat(end - start) + blank.slice(end);
  return blank;
}

/** A day and an hour side by side are one time: "3 days ago around 9 pm". */
function joined(found: readonly FoundTime[], text: string): FoundTime[] {
  const times: FoundTime[] = [];
  for (const time of found) {
    const last = times.at(-1);
    const both =
      last &&
      /^\s*(?:at|around|about|,|的|开始|起|in the)?\s*$/u.test(text.slice(last.end, time.start)) &&
      (dayAndHour(last, time) ?? withRecurrence(last, time));
    if (both) times[times.length - 1] = { start: last.start, end: time.end, value: both };
    else times.push(time);
  }
  return times;
}

function dayAndHour({ value: day }: FoundTime, { value: hour }: FoundTime): FoundTime['value'] | undefined {
  if (day.grain !== 'day' || day.from === undefined || day.recurrence || hour.from === undefined)
    return undefined;
  if (hour.grain !== 'hour' && hour.grain !== 'minute') return undefined;
  const { to: _, ...rest } = day;
  return {
    ...rest,
    from: day.from.slice(0, 10) + hour.from.slice(10),
    grain: hour.grain,
    approximate: day.approximate || hour.approximate,
  };
}

/** "since Monday every night", `上周一开始每天`, `每个周末早上`. */
function withRecurrence(
  { value: first }: FoundTime,
  { value: second }: FoundTime,
): FoundTime['value'] | undefined {
  if (first.ongoing && !first.recurrence && second.recurrence && second.from === undefined)
    return { ...first, recurrence: second.recurrence };
  if (!first.recurrence || first.recurrence.after !== undefined || second.from === undefined)
    return undefined;
  if (second.recurrence || second.ongoing || !HOURS.includes(second.grain)) return undefined;
  return { ...first, recurrence: { ...first.recurrence, after: second.from.slice(11, 16) } };
}

const HOURS: readonly string[] = ['part-of-day', 'hour', 'minute'];
