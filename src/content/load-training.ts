import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { UtteranceLanguage } from '../domain/language/language';
import { UTTERANCE_LANGUAGES } from '../domain/language/language';
import type { IntentContent, Utterance } from './load-intents';
import type { ContentProblem } from './problem';
import { readYaml } from './read-yaml';
import { calibrationSchema, conceptsSchema, regionalWordsSchema } from './schemas';

/** What the classifier is made of: hard sentences to learn, ordinary ones to calibrate on, words that mean the same. */
export interface TrainingData {
  readonly utterances: readonly Utterance[];
  readonly calibration: readonly (Utterance & { readonly alt: readonly string[] })[];
  readonly concepts: readonly { id: string; stems: readonly string[]; phrases: readonly string[] }[];
  /** Words of Taiwan and Hong Kong with the mainland's, in simplified characters. */
  readonly regionalWords: Readonly<Record<string, string>>;
}

/** Reads intents/concepts.yaml, intents/regional-words.yaml and intents/calibration/. */
export function loadTraining(root: string, intents: IntentContent, problems: ContentProblem[]): TrainingData {
  const concepts = readYaml(root, 'intents/concepts.yaml', conceptsSchema, problems);
  const regional = readYaml(root, 'intents/regional-words.yaml', regionalWordsSchema, problems);
  const known = new Set(intents.files.keys());
  return {
    utterances: intents.utterances,
    calibration: UTTERANCE_LANGUAGES.flatMap((language) => loadCalibration(root, language, known, problems)),
    concepts: Object.entries(concepts?.data.concepts ?? {}).map(([id, { ko, zh, en }]) => ({
      id,
      stems: [...ko, ...zh],
      phrases: en,
    })),
    regionalWords: regional?.data.words ?? {},
  };
}

/** JSON Lines: `{"text", "code", "alt"?: []}`. */
function loadCalibration(
  root: string,
  language: UtteranceLanguage,
  known: ReadonlySet<string>,
  problems: ContentProblem[],
): TrainingData['calibration'] {
  const file = `intents/calibration/${language}.jsonl`;
  const remedy = 'Write rows like {"text":"…","code":"pothole"}';
  let lines: string[];
  try {
    lines = readFileSync(join(root, file), 'utf8').split('\n');
  } catch {
    problems.push({ file, line: 1, message: 'the file cannot be read', remedy });
    return [];
  }
  return lines.flatMap((line, i) => {
    if (line.trim() === '') return [];
    const row = calibrationSchema.safeParse(parseJson(line));
    if (!row.success) {
      problems.push({ file, line: i + 1, message: 'not a row of a calibration file', remedy });
      return [];
    }
    for (const code of [row.data.code, ...row.data.alt].filter((c) => !known.has(c))) {
      problems.push({ file, line: i + 1, message: `unknown code ${code}`, remedy: 'Use a code of intents/' });
    }
    return [{ ...row.data, language }];
  });
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
