import { z } from 'zod';

const schema = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3978),
  DADAM_DATA_DIR: z.string().min(1).default('data'),
  DADAM_CONTENT_DIR: z.string().min(1).optional(),
  DATABASE_URL: z.string().startsWith('postgres').optional(),
  DIRECT_LINE_SECRET: z.string().min(20).optional(),
  KAKAO_SKILL_TOKEN: z.string().min(16).optional(),
  KAKAO_BOT_ID: z.string().min(1).optional(),
  WEBHOOK_URL: z.url({ protocol: /^https?$/ }).optional(),
  WEBHOOK_SECRET: z.string().min(20).optional(),
  TARGET_PRECISION: z.coerce.number().min(0.5).max(0.999).default(0.97),
  CLASSIFIER: z.enum(['linear', 'natural']).default('linear'),
  TRUST_PROXY: z.enum(['true', 'false']).default('false'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

/** Settings, all with a safe default. Read from the environment here and nowhere else. */
export interface Config {
  readonly host: string;
  /** 0 asks the system for a free one. */
  readonly port: number;
  readonly dataDir: string;
  /** The folder that holds intents/, routing-rules/ and locales/. */
  readonly contentDir: string;
  readonly databaseUrl?: string;
  readonly directLineSecret?: string;
  readonly kakao: { readonly skillToken?: string; readonly botId?: string };
  /** Absent: the demo's stand-in department receives the cases. */
  readonly webhook?: { readonly url: string; readonly secret: string };
  readonly targetPrecision: number;
  /** Which engine classifies. */
  readonly classifier: 'linear' | 'natural';
  /** Whether a reverse proxy in front sets X-Forwarded-*. */
  readonly trustProxy: boolean;
  readonly logLevel: string;
}

export class ConfigError extends Error {
  readonly code = 'config-invalid';
}

/** @throws {ConfigError} naming the variable, never its value */
export function readConfig(projectDir: string, environment: NodeJS.ProcessEnv = process.env): Config {
  const parsed = schema.safeParse(environment);
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '),
    );
  }
  const env = parsed.data;
  if ((env.WEBHOOK_URL === undefined) !== (env.WEBHOOK_SECRET === undefined)) {
    throw new ConfigError('WEBHOOK_URL and WEBHOOK_SECRET belong together: set both or none');
  }
  return {
    host: env.HOST,
    port: env.PORT,
    dataDir: env.DADAM_DATA_DIR,
    contentDir: env.DADAM_CONTENT_DIR ?? projectDir,
    ...(env.DATABASE_URL !== undefined && { databaseUrl: env.DATABASE_URL }),
    ...(env.DIRECT_LINE_SECRET !== undefined && { directLineSecret: env.DIRECT_LINE_SECRET }),
    kakao: {
      ...(env.KAKAO_SKILL_TOKEN !== undefined && { skillToken: env.KAKAO_SKILL_TOKEN }),
      ...(env.KAKAO_BOT_ID !== undefined && { botId: env.KAKAO_BOT_ID }),
    },
    ...(env.WEBHOOK_URL !== undefined &&
      env.WEBHOOK_SECRET !== undefined && { webhook: { url: env.WEBHOOK_URL, secret: env.WEBHOOK_SECRET } }),
    targetPrecision: env.TARGET_PRECISION,
    classifier: env.CLASSIFIER,
    trustProxy: env.TRUST_PROXY === 'true',
    logLevel: env.LOG_LEVEL,
  };
}
