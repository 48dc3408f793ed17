import type { Period } from '../../src/domain/deadline/deadline';
import { deadlineFor } from '../../src/domain/deadline/deadline';
import { toSeoulIso } from '../../src/domain/deadline/seoul-time';
import { loadContent } from '../../src/content/load-content';
import { projectDir } from '../support/folders';

const { catalogue } = loadContent(projectDir);

function due(received: string, kind: string): string {
  const period = catalogue.period(kind);
  if (!period) throw new Error(kind);
  return toSeoulIso(deadlineFor(new Date(received), period, catalogue.calendar).due);
}

describe('legal clock', () => {
  it('counts three working hours across the lunch hour', () => {
    expect(due('2026-03-12T11:00:00+09:00', 'immediate')).toBe('2026-03-12T15:00:00+09:00');
  });

  it('carries working hours over a weekend', () => {
    // Friday 17:00: one hour that day, two on Monday.
    expect(due('2026-03-13T17:00:00+09:00', 'immediate')).toBe('2026-03-16T11:00:00+09:00');
  });

  it('starts the clock next working morning for what arrives at night', () => {
    expect(due('2026-03-12T23:30:00+09:00', 'immediate')).toBe('2026-03-13T12:00:00+09:00');
  });

  it('counts the first day of seven working days and ends at 18:00', () => {
    expect(due('2026-03-12T10:00:00+09:00', 'grievance')).toBe('2026-03-20T18:00:00+09:00');
  });

  it('leaves out public and substitute holidays, and says which', () => {
    // 2026-02-16..18 is the Lunar New Year.
    const period = catalogue.period('grievance') as Period;
    const { due: end, skipped } = deadlineFor(
      new Date('2026-02-13T10:00:00+09:00'),
      period,
      catalogue.calendar,
    );
    expect(toSeoulIso(end)).toBe('2026-02-26T18:00:00+09:00');
    expect(skipped.map(({ date }) => date)).toEqual([
      '2026-02-14', '2026-02-15', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-21', '2026-02-22',
    ]); // prettier-ignore
    expect(skipped[3]?.why).toContain('설날');
  });

  it('keeps the city’s on-site promise round the clock', () => {
    expect(due('2026-03-14T22:00:00+09:00', 'onsite-3h')).toBe('2026-03-15T01:00:00+09:00');
  });

  it('takes any number of working days by name', () => {
    expect(due('2026-03-12T10:00:00+09:00', 'working-days:2')).toBe('2026-03-13T18:00:00+09:00');
  });
});
