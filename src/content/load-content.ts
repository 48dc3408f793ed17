import { createHash } from 'node:crypto';
import type { Catalogue, Phrases } from '../app/ports/catalogue';
import type { Language } from '../domain/language/language';
import { compileRules } from '../domain/routing/route';
import { checkRules } from './check-rules';
import type { TrainingData } from './load-training';
import { loadTraining } from './load-training';
import type { Gazetteer, SpotEntry } from './load-gazetteer';
import { loadGazetteer } from './load-gazetteer';
import type { IntentContent } from './load-intents';
import { loadIntents } from './load-intents';
import { loadLocales } from './load-locales';
import type { RoutingContent } from './load-routing';
import { loadRouting } from './load-routing';
import { localePhrases } from './phrases';
import type { ContentProblem } from './problem';
import { ContentError } from './problem';

/** Everything that the data folders hold, validated. */
export interface Content {
  readonly catalogue: Catalogue;
  readonly phrases: Phrases;
  /** What the classifier is trained and calibrated on. */
  readonly training: TrainingData;
  readonly gazetteer: Gazetteer;
  /** What the rule set of this version is made of, as JSON. */
  readonly rulesContent: string;
}

/**
 * Reads intents/, routing-rules/ and locales/ below `root`.
 * @throws {ContentError} with every problem found; nothing is half-loaded
 */
export function loadContent(root: string): Content {
  const problems: ContentProblem[] = [];
  const gazetteer = loadGazetteer(root, problems);
  const locales = loadLocales(root, problems);
  const intents = loadIntents(root, problems);
  const training = loadTraining(root, intents, problems);
  const routing = loadRouting(root, gazetteer, problems);
  const rulesContent = JSON.stringify({
    rules: routing.rules.map(({ rule }) => rule),
    departments: [...routing.departments.values()],
    periods: [...routing.periods],
    calendar: { ...routing.calendar, holidays: [...routing.calendar.holidays] },
  });
  const catalogue = makeCatalogue(gazetteer, intents, routing, rulesContent);
  if (problems.length === 0) checkKinds(intents, routing, problems);
  if (problems.length === 0) {
    const hasSentence = (key: string): boolean => locales.get('ko')?.sentences[key] !== undefined;
    checkRules({ intents, routing, ruleSet: catalogue.rules, hasSentence }, problems);
  }
  if (problems.length > 0) throw new ContentError(problems);
  return { catalogue, phrases: localePhrases(locales), training, gazetteer, rulesContent };
}

function checkKinds(intents: IntentContent, routing: RoutingContent, problems: ContentProblem[]): void {
  for (const { code, kind } of intents.services.values()) {
    if (periodOf(routing, kind)) continue;
    const file = intents.files.get(code);
    const remedy = 'Use one of routing-rules/legal-clock.yaml or working-days:N';
    problems.push({
      file: file?.file ?? '',
      line: file?.lineOf(['kind']) ?? 1,
      message: `unknown kind ${kind}`,
      remedy,
    });
  }
}

/** `working-days:N` is a period of its own; all others have a name in legal-clock.yaml. */
function periodOf(routing: RoutingContent, kind: string): ReturnType<Catalogue['period']> {
  const days = /^working-days:(\d+)$/.exec(kind)?.[1];
  return days === undefined
    ? routing.periods.get(kind)
    : { unit: 'working-days', amount: Number(days), article: '민원 처리에 관한 법률 §19②' };
}

const STATION: Readonly<Record<Language, string>> = {
  ko: '역',
  'zh-Hans': '站',
  'zh-Hant': '站',
  en: ' station',
};

function spotName(spot: SpotEntry | undefined, language: Language): string | undefined {
  if (!spot || spot.names[language] === '') return undefined;
  const name = spot.names[language];
  const ending = spot.kind === 'station' ? STATION[language] : '';
  return name.toLowerCase().endsWith(ending.trim()) ? name : name + ending;
}

function makeCatalogue(
  gazetteer: Gazetteer,
  { services }: IntentContent,
  routing: RoutingContent,
  rulesContent: string,
): Catalogue {
  const version = createHash('sha256').update(rulesContent).digest('hex').slice(0, 16);
  const guSlugs = new Map(gazetteer.gu.map(({ names, slug }) => [names.ko, slug]));
  const guNames = new Map(gazetteer.gu.map(({ names }) => [names.ko, names]));
  const spotNames = new Map(
    gazetteer.spots.map((spot) => [
      spot.kind === 'station' ? `${spot.names.ko.replace(/역$/u, '')}역` : spot.names.ko,
      spot,
    ]),
  );
  const dongNames = new Map(gazetteer.legalDong.map(({ gu, ko, names }) => [`${gu} ${ko}`, names]));
  return {
    services,
    departments: routing.departments,
    rules: compileRules(
      version,
      routing.rules.map(({ rule }) => rule),
      guSlugs,
    ),
    calendar: routing.calendar,
    period: (kind) => periodOf(routing, kind),
    guName: (gu, language: Language) => guNames.get(gu)?.[language] ?? gu,
    spotName: (name, language) => spotName(spotNames.get(name), language) ?? name,
    dongName: (gu, dong, language: Language) => dongNames.get(`${gu} ${dong}`)?.[language] ?? dong,
  };
}
