import pino from 'pino';
import type { Log } from '../app/ports/environment';
import { maskPersonalData } from '../domain/privacy/mask-personal-data';

/** The log: one JSON line an event. Every string is masked once more on its way out. */
export function jsonLog(level: string, destination?: pino.DestinationStream): Log {
  const logger = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    destination ?? pino.destination(2),
  );
  const masked = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(fields).map(([key, value]) => [
        key,
        typeof value === 'string' ? maskPersonalData(value) : value,
      ]),
    );
  return {
    info: (fields, message) => logger.info(masked(fields), message),
    warn: (fields, message) => logger.warn(masked(fields), message),
    error: (fields, message) => logger.error(masked(fields), message),
  };
}
