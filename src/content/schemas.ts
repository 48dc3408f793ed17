import { z } from 'zod';
import { OPERATORS, type Condition } from '../domain/routing/rule';
import { DATATYPES } from '../domain/service/service';

const sentence = z.string().trim().min(1, 'is empty');
const slug = z
  .string()
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens');
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date like 2026-03-12');

export const localizedSchema = z.strictObject({
  ko: sentence,
  'zh-Hans': sentence,
  'zh-Hant': sentence,
  en: sentence,
});

const utterances = z.array(sentence).min(12, 'needs at least 12 utterances');
const utterancesSchema = z.strictObject({ ko: utterances, zh: utterances, en: utterances });

const ownQuestion = z.strictObject({
  code: slug,
  datatype: z.enum(DATATYPES),
  required: z.boolean(),
  description: localizedSchema,
  values: z.array(z.strictObject({ key: slug, name: localizedSchema })).default([]),
});

export const sharedQuestionsSchema = z.strictObject({ questions: z.array(ownQuestion) });

export const serviceSchema = z.strictObject({
  code: slug,
  field: slug,
  level: z.enum(['gu', 'city', 'agency', 'other']),
  kind: z.string(),
  place: z.enum(['spot', 'district', 'none']),
  names: localizedSchema,
  border: z.string(),
  answer: localizedSchema.optional(),
  questions: z.array(z.union([z.strictObject({ use: slug, required: z.boolean() }), ownQuestion])),
  utterances: utterancesSchema,
});

export const conversationalSchema = z.strictObject({
  code: slug,
  field: z.literal('conversation'),
  names: localizedSchema,
  border: z.string(),
  utterances: utterancesSchema,
});

export const officesSchema = z.strictObject({
  offices: z.record(slug, z.strictObject({ connector: slug, names: localizedSchema })),
});

export const holidaysSchema = z.strictObject({ holidays: z.record(date, sentence) });

const clockTime = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/, 'must be a time like 09:00');
export const legalClockSchema = z.strictObject({
  'working-hours': z.array(z.strictObject({ from: clockTime, to: clockTime })).min(1),
  kinds: z.record(
    z.string(),
    z.strictObject({
      unit: z.enum(['working-hours', 'working-days', 'clock-hours']),
      amount: z.number().positive(),
      article: sentence,
    }),
  ),
});

const factValue = z.union([z.string(), z.number(), z.boolean()]);
const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({
      fact: z.string(),
      operator: z.enum(OPERATORS),
      value: z.union([factValue, z.array(factValue)]),
    }),
    z.strictObject({ all: z.array(condition).min(1) }),
    z.strictObject({ any: z.array(condition).min(1) }),
    z.strictObject({ not: condition }),
  ]),
);

export const rulesSchema = z.strictObject({
  rules: z.array(
    z.strictObject({
      id: slug,
      scope: z.strictObject({ services: z.array(slug).min(1), gu: z.array(z.string()).min(1).optional() }),
      when: condition.optional(),
      then: z.strictObject({
        lead: z.string().regex(/^(gu|city|agency):[a-z0-9-]+$/, 'must be gu:…, city:… or agency:…'),
        coDepartments: z.array(z.string().regex(/^(gu|city|agency):[a-z0-9-]+$/)).default([]),
        kind: z.string().optional(),
      }),
      because: sentence,
      from: date,
      until: date.optional(),
      rank: z.number().int().default(0),
      examples: z
        .array(
          z.strictObject({
            given: z.record(z.string(), z.unknown()),
            expect: z.strictObject({
              lead: z.string(),
              coDepartments: z.array(z.string()).optional(),
              rule: z.string().optional(),
            }),
          }),
        )
        .min(1, 'needs at least one example'),
    }),
  ),
});

const words = z.array(z.coerce.string().trim().min(1)).default([]);
export const conceptsSchema = z.strictObject({
  concepts: z.record(slug, z.strictObject({ ko: words, zh: words, en: words })),
});

/** The longest word wins; one mapped to itself keeps a shorter one from being found inside it. */
export const regionalWordsSchema = z.strictObject({
  words: z.record(z.string().regex(/^\p{Script=Han}+$/u), z.string().regex(/^\p{Script=Han}+$/u)),
});

export const calibrationSchema = z.strictObject({
  text: sentence,
  code: slug,
  alt: z.array(slug).default([]),
});

export const localeSchema = z.strictObject({
  sentences: z.record(z.string(), sentence),
  words: z.record(z.string(), z.array(sentence).min(1)),
});
