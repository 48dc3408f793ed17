import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { UtteranceLanguage } from '../domain/language/language';
import { UTTERANCE_LANGUAGES } from '../domain/language/language';
import type { Question, Service } from '../domain/service/service';
import { CONVERSATIONAL_INTENTS } from '../domain/service/service';
import type { ContentProblem } from './problem';
import type { YamlFile } from './read-yaml';
import { readYaml } from './read-yaml';
import { conversationalSchema, serviceSchema, sharedQuestionsSchema } from './schemas';
import type { z } from 'zod';

/** A sentence the classifier learns from. */
export interface Utterance {
  readonly code: string;
  readonly language: UtteranceLanguage;
  readonly text: string;
}

export interface IntentContent {
  readonly services: ReadonlyMap<string, Service>;
  readonly utterances: readonly Utterance[];
  /** Where each service stands, for messages about it. */
  readonly files: ReadonlyMap<string, YamlFile<unknown>>;
}

type ServiceFile = YamlFile<z.infer<typeof serviceSchema>>;

/** Reads intents/: one file a service or conversational intent, and the questions that services share. */
export function loadIntents(root: string, problems: ContentProblem[]): IntentContent {
  const services = new Map<string, Service>();
  const files = new Map<string, YamlFile<unknown>>();
  const utterances: Utterance[] = [];
  const shared = loadSharedQuestions(root, problems);
  for (const file of intentFiles(root)) {
    const isConversation = file.includes('/conversation/');
    const read = isConversation
      ? readYaml(root, file, conversationalSchema, problems)
      : readYaml(root, file, serviceSchema, problems);
    if (!read) continue;
    const { code } = read.data;
    checkFileName(read, problems);
    files.set(code, read);
    if (!isConversation) services.set(code, toService(read as ServiceFile, shared, problems));
    for (const language of UTTERANCE_LANGUAGES) {
      for (const text of read.data.utterances[language]) utterances.push({ code, language, text });
    }
  }
  for (const code of CONVERSATIONAL_INTENTS) {
    if (files.has(code) || problems.length > 0) continue;
    const file = `intents/conversation/${code}.yaml`;
    problems.push({
      file,
      line: 1,
      message: 'the file is missing',
      remedy: 'Put it back: the conversation needs it',
    });
  }
  return { services, utterances, files };
}

function intentFiles(root: string): string[] {
  return readdirSync(join(root, 'intents'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'calibration')
    .flatMap(({ name }) =>
      readdirSync(join(root, 'intents', name))
        .filter((file) => file.endsWith('.yaml'))
        .map((file) => `intents/${name}/${file}`),
    )
    .sort();
}

function loadSharedQuestions(root: string, problems: ContentProblem[]): ReadonlyMap<string, Question> {
  const read = readYaml(root, 'intents/questions.yaml', sharedQuestionsSchema, problems);
  return new Map((read?.data.questions ?? []).map((question) => [question.code, question]));
}

function checkFileName(read: YamlFile<{ code: string; field: string }>, problems: ContentProblem[]): void {
  const expected = `intents/${read.data.field}/${read.data.code}.yaml`;
  if (read.file === expected) return;
  problems.push({
    file: read.file,
    line: read.lineOf(['code']),
    message: `the file's name does not say its code and field`,
    remedy: `Name it ${expected} or correct code and field`,
  });
}

function toService(
  read: ServiceFile,
  shared: ReadonlyMap<string, Question>,
  problems: ContentProblem[],
): Service {
  const { utterances: _, questions, answer, ...rest } = read.data;
  const problem = (path: PropertyKey[], message: string, remedy: string): void =>
    void problems.push({ file: read.file, line: read.lineOf(path), message, remedy });
  if (rest.level === 'other' && !answer) {
    problem(['level'], 'a service of level other has no answer', 'Say in `answer` whom to turn to');
  }
  const resolved = questions.flatMap((question, i): Question[] => {
    if (!('use' in question)) {
      if (question.datatype.endsWith('list') && question.values.length < 2) {
        problem(['questions', i], `${question.code}: a list needs at least two values`, 'Add values');
      }
      return [question];
    }
    const found = shared.get(question.use);
    if (found) return [{ ...found, required: question.required }];
    problem(['questions', i], `unknown shared question ${question.use}`, 'Use one of intents/questions.yaml');
    return [];
  });
  return { ...rest, ...(answer && { answer }), questions: resolved };
}
