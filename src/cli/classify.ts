import { systemClock } from '../compose';
import type { Understanding } from '../app/understand-message';
import { understandMessage } from '../app/understand-message';
import type { CliContext } from './context';
import { print, printJson, understood } from './context';

/** The stable shape of `classify --json`. */
export const classification = ({
  guess,
  decision,
  candidates,
  matters,
  entities,
}: Understanding): object => ({
  language: guess.language,
  script: guess.script,
  decision,
  candidates: candidates.map(({ code, probability }) => ({
    code,
    probability: Number(probability.toFixed(4)),
  })),
  matters: matters.map(({ start, end, candidates: [best] }) => ({ start, end, code: best?.code ?? null })),
  entities,
});

export function classify(context: CliContext, text: string, { json }: { json?: boolean }): void {
  const understanding = understandMessage(understood(context), text, systemClock.now());
  if (json === true) {
    printJson(classification(understanding));
    return;
  }
  print(`${understanding.guess.language} (${understanding.guess.script}), ${understanding.decision}`);
  for (const { code, probability } of understanding.candidates)
    print(`  ${(probability * 100).toFixed(1).padStart(5)} %  ${code}`);
}
