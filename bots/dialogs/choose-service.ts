import type { IntentCandidate } from '../../src/domain/service/intent-choice';
import type { DialogTurn, Outcome } from '../desk';
import { message, say } from '../desk';
import type { Draft, Stage } from '../memory';
import { forgetDraft } from '../memory';
import { beginsWithWord, isLabel } from '../words';
import { advanceDraft } from './advance-draft';
import { notUnderstood } from './not-understood';

/** Begins a complaint with the citizen's first words. */
export function startDraft(turn: DialogTurn, { code, probability }: IntentCandidate): Draft {
  const { understanding, text } = turn;
  return {
    service: code,
    probability,
    description: text,
    ...(understanding.place.kind === 'found' && { place: understanding.place.place }),
    answers: {},
  };
}

/** The first candidate is likely, not certain: asks. */
export function confirmService(turn: DialogTurn, candidate: IntentCandidate): Outcome {
  const service =
    turn.desk.catalogue.services.get(candidate.code)?.names[turn.conversation.language] ?? candidate.code;
  return {
    memory: {
      ...turn.memory,
      draft: startDraft(turn, candidate),
      stage: { name: 'confirm-service' },
      misunderstood: 0,
    },
    replies: [message(turn, say(turn, 'service.confirm', { service }), [say(turn, 'yes'), say(turn, 'no')])],
  };
}

/** Offers the best three services for the draft's words. */
export function offerServices(turn: DialogTurn, draft: Draft): Outcome {
  const { catalogue, classifier } = turn.desk;
  const services = classifier
    .classify(draft.description, 8)
    .map(({ code }) => code)
    .filter((code) => catalogue.services.has(code))
    .slice(0, 3);
  if (services.length === 0) return notUnderstood(turn);
  const labels = services.map(
    (code) => catalogue.services.get(code)?.names[turn.conversation.language] ?? code,
  );
  return {
    memory: { ...turn.memory, draft, stage: { name: 'choose-service', services }, misunderstood: 0 },
    replies: [message(turn, say(turn, 'service.choose'), [...labels, say(turn, 'service.none')])],
  };
}

export function answerServiceConfirmation(turn: DialogTurn): Outcome | undefined {
  const { memory, desk, text } = turn;
  if (!memory.draft) return undefined;
  if (beginsWithWord(desk.phrases, 'yes', text))
    return advanceDraft(withDraftsPlace(turn, memory.draft), memory.draft);
  if (beginsWithWord(desk.phrases, 'no', text)) return offerServices(turn, memory.draft);
  // Who answers "is it about this?" with a place has said yes.
  const { place, decision } = turn.understanding;
  return place.kind === 'found' && decision !== 'accept'
    ? advanceDraft(turn, { ...memory.draft, place: place.place })
    : undefined;
}

export function answerServiceChoice(
  turn: DialogTurn,
  stage: Extract<Stage, { name: 'choose-service' }>,
): Outcome | undefined {
  const { memory, desk, text } = turn;
  if (!memory.draft) return undefined;
  const byNumber = /^\s*[1-9]\s*$/.test(text) ? stage.services[Number(text) - 1] : undefined;
  const chosen =
    byNumber ??
    stage.services.find((code) =>
      Object.values(desk.catalogue.services.get(code)?.names ?? {}).some((name) => isLabel(text, name)),
    );
  if (chosen !== undefined) {
    const draft = { ...memory.draft, service: chosen, probability: 1 };
    return advanceDraft(withDraftsPlace(turn, draft), draft);
  }
  if (!isLabel(text, say(turn, 'service.none')) && !beginsWithWord(desk.phrases, 'no', text))
    return undefined;
  return notUnderstood({ ...turn, memory: { ...forgetDraft(memory), misunderstood: memory.misunderstood } });
}

/** "Yes" names no place, but the words it answers may have named an ambiguous one. */
const withDraftsPlace = (turn: DialogTurn, draft: Draft): DialogTurn => ({
  ...turn,
  understanding: { ...turn.understanding, place: turn.desk.places.resolve(draft.description) },
});
