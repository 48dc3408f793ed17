import BayesClassifier from 'natural/lib/natural/classifiers/bayes_classifier';
import { containerBootstrap } from '@nlpjs/core';
import { LangEn } from '@nlpjs/lang-en-min';
import { LangKo } from '@nlpjs/lang-ko';
import { LangZh } from '@nlpjs/lang-zh';
import { Nlp } from '@nlpjs/nlp';
import { Lexicon } from '../../src/nlu/classifier/lexicon';
import type { WordKnowledge } from '../../src/nlu/classifier/lexicon';
import { trainNaturalBayes } from '../../src/nlu/classifier/natural-bayes';
import type { ScoringModel } from '../../src/nlu/classifier/scoring-model';
import { probabilities } from '../../src/nlu/classifier/scoring-model';
import { trainLinear } from '../../src/nlu/classifier/train-linear';

export interface Example {
  readonly text: string;
  readonly code: string;
  readonly language: 'ko' | 'zh' | 'en';
}

export interface Answer {
  readonly code: string;
  /** How sure the engine is; only the order of texts by it is used. */
  readonly sure: number;
}

export interface BenchEngine {
  readonly name: string;
  /** Gives undefined where the engine cannot learn from these texts. */
  train(
    examples: readonly Example[],
    words: WordKnowledge,
  ): Promise<((text: string, language: Example['language']) => Promise<Answer>) | undefined>;
}

/** Without any knowledge of words beyond the examples. */
export const NO_WORDS: WordKnowledge = { concepts: [], regionalWords: {} };

/** The package as it comes; it drops texts without Latin letters silently. */
const naturalAsIs: BenchEngine = {
  name: 'natural as it comes',
  train(examples) {
    const bayes = new BayesClassifier();
    for (const { text, code } of examples) bayes.addDocument(text, code);
    if (bayes.docs.length < examples.length / 2) return Promise.resolve(undefined);
    bayes.train();
    return Promise.resolve((text) => {
      const [first, second] = bayes.getClassifications(text);
      const sure = (first?.value ?? 0) / ((first?.value ?? 0) + (second?.value ?? 0) || 1);
      return Promise.resolve({ code: first?.label ?? '', sure });
    });
  },
};

/** Flattens probabilities near 1, so that very sure answers can still be told apart. */
const TEMPERATURE = 2;

const ofModel =
  (model: ScoringModel) =>
  (text: string): Promise<Answer> => {
    const p = probabilities(model.score(text).logits, TEMPERATURE);
    const first = p.reduce((best, value, c) => (value > (p[best] as number) ? c : best), 0);
    return Promise.resolve({ code: model.codes[first] ?? '', sure: p[first] ?? 0 });
  };

const naturalSparse: BenchEngine = {
  name: 'natural made sparse',
  train: (examples, words) => Promise.resolve(ofModel(trainNaturalBayes(examples, new Lexicon(words)))),
};

/** The package prints a line an epoch, whatever its settings say. */
async function quietly(work: () => Promise<void>): Promise<void> {
  const { log } = console;
  console.log = () => undefined;
  try {
    await work();
  } finally {
    console.log = log;
  }
}

const nlpjs: BenchEngine = {
  name: '@nlpjs',
  async train(examples) {
    const container = await containerBootstrap();
    for (const plugin of [Nlp, LangEn, LangKo, LangZh]) container.use(plugin);
    const nlp = container.get('nlp');
    Object.assign(nlp.settings, { autoSave: false, log: false, nlu: { log: false, useNoneFeature: false } });
    nlp.forceNER = false;
    const languages = new Set(examples.map(({ language }) => language));
    for (const language of languages) nlp.addLanguage(language);
    for (const { text, code, language } of examples) nlp.addDocument(language, text, code);
    await quietly(() => nlp.train());
    return async (text, language) => {
      const { intent, score } = await nlp.process(language, text);
      return { code: intent, sure: score };
    };
  },
};

const ours: BenchEngine = {
  name: 'ours',
  train: (examples, words) => Promise.resolve(ofModel(trainLinear(examples, new Lexicon(words)))),
};

export const BENCH_ENGINES = [naturalAsIs, naturalSparse, nlpjs, ours];
