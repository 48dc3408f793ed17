import type { ReceiptNumber } from '../domain/case/receipt-number';
import { utteranceLanguage } from '../domain/language/language';
import { maskPersonalData } from '../domain/privacy/mask-personal-data';
import type { Catalogue } from './ports/catalogue';
import type { Clock, Entropy } from './ports/environment';
import type { Store } from './ports/store';

export interface CorrectServiceDeps {
  readonly store: Store;
  readonly catalogue: Catalogue;
  readonly clock: Clock;
  readonly entropy: Entropy;
}

/**
 * Keeps an agent's word on what a complaint is about, as an example to learn from and as an event of the case. The
 * case itself stays where it is.
 */
export async function correctService(
  { store, catalogue, clock, entropy }: CorrectServiceDeps,
  { receipt, service, agent }: { receipt: ReceiptNumber; service: string; agent: string },
): Promise<'corrected' | 'unknown-case' | 'unknown-service'> {
  if (!catalogue.services.has(service)) return 'unknown-service';
  return store.transaction(async (tx) => {
    const filed = await tx.caseByReceipt(receipt);
    if (!filed) return 'unknown-case';
    const at = clock.now();
    await tx.addCorrection({
      id: entropy.id(),
      caseId: filed.id,
      text: maskPersonalData(filed.description),
      language: utteranceLanguage(filed.language),
      from: filed.service,
      to: service,
      agent,
      at,
    });
    await tx.addCaseEvent(filed.id, {
      at,
      type: 'service-corrected',
      actor: agent,
      detail: { from: filed.service, to: service },
    });
    return 'corrected';
  });
}
