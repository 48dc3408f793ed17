import type { RequestHandler } from 'express';
import { Router } from 'express';
import { rateLimit } from 'express-rate-limit';
import { z } from 'zod';
import type { Catalogue, Phrases } from '../app/ports/catalogue';
import { correctService } from '../app/correct-service';
import type { Clock, Entropy } from '../app/ports/environment';
import type { Store } from '../app/ports/store';
import type { CaseDetail, CaseList, ServiceList } from '../contract/console';
import { correctionSchema } from '../contract/console';
import { answerProblem } from './problem';
import { Problem } from '../contract/errors';
import { CASE_STATUSES } from '../domain/case/status';
import { parseReceiptNumber } from '../domain/case/receipt-number';
import { login, logout, requireAgent } from './agent-session';
import { caseDetail, caseSummary } from './case-views';

export interface ConsoleDeps {
  readonly store: Store;
  readonly catalogue: Catalogue;
  readonly phrases: Phrases;
  readonly clock: Clock;
  readonly entropy: Entropy;
}

const listSchema = z.object({
  status: z.enum(CASE_STATUSES).optional(),
  before: z.string().max(30).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** What the agents' console asks for. */
export function consoleRoutes(deps: ConsoleDeps): Router {
  const router = Router();
  const guard = requireAgent(deps);
  const fewLogins = rateLimit({
    windowMs: 60_000,
    limit: 10,
    standardHeaders: true,
    legacyHeaders: false,
    handler: (_request, response) => answerProblem(response, 'TooManyRequests'),
  });
  router.post('/api/console/login', fewLogins, async (request, response) => login(deps, request, response));
  router.post('/api/console/logout', async (request, response) => logout(deps, request, response));
  router.get('/api/console/me', guard, (_request, response) => {
    response.json({ name: response.locals['agent'] as string });
  });
  router.get('/api/console/cases', guard, async (request, response) => {
    const query = listSchema.safeParse(request.query);
    if (!query.success) throw new Problem('BadArgument');
    const { status, before, limit } = query.data;
    const cases = await deps.store.cases({
      limit,
      ...(status !== undefined && { status }),
      ...(before !== undefined && { before }),
    });
    const body: CaseList = { cases: cases.map((filed) => caseSummary(deps.catalogue, filed)) };
    response.json(body);
  });
  router.get('/api/console/cases/:receipt', guard, async (request, response) => {
    const receipt = parseReceiptNumber(String(request.params['receipt']));
    const filed = receipt === undefined ? undefined : await deps.store.caseByReceipt(receipt);
    if (!filed) throw new Problem('NotFound');
    const events = await deps.store.caseEvents(filed.id);
    const conversation = await deps.store.activitiesAfter(filed.conversationId, 0);
    const body: CaseDetail = caseDetail(
      deps,
      filed,
      events,
      conversation.map(({ activity }) => activity),
    );
    response.json(body);
  });
  correctionRoutes(router, deps, guard);
  return router;
}

/** An agent says what a complaint was about. */
function correctionRoutes(router: Router, deps: ConsoleDeps, guard: RequestHandler): void {
  router.get('/api/console/services', guard, (_request, response) => {
    const body: ServiceList = {
      services: [...deps.catalogue.services.values()].map(({ code, names }) => ({ code, name: names.ko })),
    };
    response.json(body);
  });
  router.post('/api/console/cases/:receipt/correction', guard, async (request, response) => {
    const parsed = correctionSchema.safeParse(request.body);
    const receipt = parseReceiptNumber(String(request.params['receipt']));
    if (!parsed.success) throw new Problem('BadArgument');
    if (receipt === undefined) throw new Problem('NotFound');
    const agent = response.locals['agent'] as string;
    const outcome = await correctService(deps, { receipt, service: parsed.data.service, agent });
    if (outcome === 'unknown-case') throw new Problem('NotFound');
    if (outcome === 'unknown-service') throw new Problem('UnknownService');
    response.status(204).end();
  });
}
