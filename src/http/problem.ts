import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import type { Log } from '../app/ports/environment';
import type { ErrorBody, ErrorCode } from '../contract/errors';
import { ERRORS, Problem } from '../contract/errors';

export function answerProblem(response: Response, code: ErrorCode): void {
  const [status, message] = ERRORS[code];
  const body: ErrorBody = { error: { code, message } };
  response.status(status).json(body);
}

export const notFound: RequestHandler = (_request, response) => answerProblem(response, 'NotFound');

/** For an address that exists, with a method it does not take. */
export const methodNotAllowed: RequestHandler = (_request, response) =>
  answerProblem(response, 'MethodNotAllowed');

/** Turns whatever was thrown into an answer from the error table; only the unexpected reaches the log. */
export function problemHandler(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const code = codeOf(error);
    if (code === 'InternalError') {
      const name = error instanceof Error ? error.name : 'unknown';
      const where = error instanceof Error ? error.stack?.split('\n')[1]?.trim() : undefined;
      log.error({ error: name, where, method: request.method }, 'request failed');
    }
    answerProblem(response, code);
  };
}

/** body-parser and the router name their refusals by `type` and `status`. */
function codeOf(error: unknown): ErrorCode {
  if (error instanceof Problem) return error.code;
  const { type, status } = (error ?? {}) as { type?: unknown; status?: unknown };
  if (type === 'entity.too.large') return 'BodyTooLarge';
  if (type === 'entity.parse.failed') return 'InvalidJson';
  if (type === 'encoding.unsupported' || type === 'charset.unsupported') return 'UnsupportedMediaType';
  return typeof status === 'number' && status >= 400 && status < 500 ? 'BadArgument' : 'InternalError';
}
