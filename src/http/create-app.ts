import type { Express, RequestHandler, Router } from 'express';
import express from 'express';
import { rateLimit } from 'express-rate-limit';
import helmet from 'helmet';
import type { Log } from '../app/ports/environment';
import { Problem } from '../contract/errors';
import { answerProblem, methodNotAllowed, notFound, problemHandler } from './problem';

export interface AppDeps {
  readonly log: Log;
  readonly trustProxy: boolean;
  /** Requests a minute from one address; behind one address may sit a whole office. */
  readonly requestsPerMinute: number;
  /** The routers of channels, console and pages. */
  readonly routers: readonly Router[];
}

const BODY_LIMIT = '256kb';

/** The HTTP application, without listening: tests inject requests into it. */
export function createApp({ log, trustProxy, requestsPerMinute, routers }: AppDeps): Express {
  const app = express();
  app
    .disable('x-powered-by')
    .set('trust proxy', trustProxy ? 1 : false)
    .set('query parser', 'simple');
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: true,
        directives: { 'connect-src': ["'self'", 'ws:', 'wss:'], 'upgrade-insecure-requests': null },
      },
      strictTransportSecurity: false,
    }),
  );
  app.get('/health', (_request, response) => {
    response.json({ status: 'ok' });
  });
  // Kakao's servers are few and carry a whole city; their token guards that door.
  app.use(
    ['/v3', '/api'],
    rateLimit({
      windowMs: 60_000,
      limit: requestsPerMinute,
      standardHeaders: true,
      legacyHeaders: false,
      handler: (_request, response) => answerProblem(response, 'TooManyRequests'),
    }),
  );
  app.use(onlyJson, express.json({ limit: BODY_LIMIT, strict: true }));
  for (const router of routers) app.use(router);
  app.use(wrongMethod(routers), notFound, problemHandler(log));
  return app;
}

/** A body of another type would be silently ignored. Uploads are refused by their own route. */
const onlyJson: RequestHandler = (request, _response, next) => {
  const hasBody =
    request.headers['content-length'] !== undefined || request.headers['transfer-encoding'] !== undefined;
  const isEmpty = request.headers['content-length'] === '0';
  if (hasBody && !isEmpty && !request.is('application/json') && !request.path.endsWith('/upload')) {
    throw new Problem('UnsupportedMediaType');
  }
  next();
};

/** 405 where the path is known with another method, by what the routers themselves have registered. */
function wrongMethod(routers: readonly Router[]): RequestHandler {
  // Express types its layers without the method that it matches paths with.
  const layers = routers
    .flatMap(({ stack }) => stack)
    .filter(({ route }) => route !== undefined) as unknown as { match(path: string): boolean }[];
  return (request, response, next) => {
    if (layers.some((layer) => layer.match(request.path))) methodNotAllowed(request, response, next);
    else next();
  };
}
