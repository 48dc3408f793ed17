import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Period } from '../domain/deadline/deadline';
import type { WorkingCalendar } from '../domain/deadline/working-calendar';
import type { Department } from '../domain/routing/department';
import type { Rule } from '../domain/routing/rule';
import type { Localized } from '../domain/language/language';
import type { Gazetteer } from './load-gazetteer';
import type { ContentProblem } from './problem';
import type { YamlFile } from './read-yaml';
import { readYaml } from './read-yaml';
import { holidaysSchema, legalClockSchema, officesSchema, rulesSchema } from './schemas';

/** A rule and where it stands. */
export interface LocatedRule {
  readonly rule: Rule;
  readonly file: string;
  readonly line: number;
}

export interface RoutingContent {
  readonly departments: ReadonlyMap<string, Department>;
  readonly rules: readonly LocatedRule[];
  readonly periods: ReadonlyMap<string, Period>;
  readonly calendar: WorkingCalendar;
}

/** Reads routing-rules/. */
export function loadRouting(root: string, gazetteer: Gazetteer, problems: ContentProblem[]): RoutingContent {
  const clock = readYaml(root, 'routing-rules/legal-clock.yaml', legalClockSchema, problems);
  const holidays = readYaml(root, 'routing-rules/holidays.yaml', holidaysSchema, problems);
  return {
    departments: loadDepartments(root, gazetteer, problems),
    rules: loadRules(root, problems),
    periods: new Map(Object.entries(clock?.data.kinds ?? {})),
    calendar: {
      holidays: new Map(Object.entries(holidays?.data.holidays ?? {})),
      stretches: (clock?.data['working-hours'] ?? []).map(({ from, to }) => ({
        from: minutes(from),
        to: minutes(to),
      })),
    },
  };
}

const minutes = (time: string): number => {
  const [hour, minute] = time.split(':');
  return Number(hour) * 60 + Number(minute);
};

function loadDepartments(
  root: string,
  gazetteer: Gazetteer,
  problems: ContentProblem[],
): Map<string, Department> {
  const departments = new Map<string, Department>();
  const add = (department: Department): void => void departments.set(department.id, department);
  const read = (name: string): [string, { connector: string; names: Localized }][] =>
    Object.entries(
      readYaml(root, `routing-rules/departments/${name}.yaml`, officesSchema, problems)?.data.offices ?? {},
    );
  for (const [code, { names, connector }] of read('gu-offices')) {
    for (const gu of gazetteer.gu) {
      add({
        id: `${gu.slug}.${code}`,
        gu: gu.names.ko,
        connector,
        names: {
          ko: `${gu.names.ko} ${names.ko}`,
          'zh-Hans': `${gu.names['zh-Hans']}${names['zh-Hans']}`,
          'zh-Hant': `${gu.names['zh-Hant']}${names['zh-Hant']}`,
          en: `${gu.names.en} ${names.en}`,
        },
      });
    }
  }
  for (const [code, office] of read('city')) {
    const names = {
      ko: `서울시 ${office.names.ko}`,
      'zh-Hans': `首尔市${office.names['zh-Hans']}`,
      'zh-Hant': `首爾市${office.names['zh-Hant']}`,
      en: `Seoul City ${office.names.en}`,
    };
    add({ id: `seoul.${code}`, connector: office.connector, names });
  }
  for (const [code, office] of read('agencies')) add({ id: `agency.${code}`, ...office });
  return departments;
}

function loadRules(root: string, problems: ContentProblem[]): LocatedRule[] {
  const folder = 'routing-rules/rules';
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => locatedRules(readYaml(root, `${folder}/${name}`, rulesSchema, problems)));
}

function locatedRules(read: YamlFile<{ rules: unknown[] }> | undefined): LocatedRule[] {
  if (!read) return [];
  return read.data.rules.map((rule, i) => ({
    rule: rule as Rule,
    file: read.file,
    line: read.lineOf(['rules', i]),
  }));
}
