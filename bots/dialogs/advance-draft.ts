import type { Question } from '../../src/domain/service/service';
import { routeComplaint } from '../../src/app/route-complaint';
import type { DialogTurn, Outcome } from '../desk';
import { message, say } from '../desk';
import { formatPlace, formatTime } from '../format';
import type { Draft, Memory } from '../memory';
import { forgetDraft } from '../memory';
import { askPlace, choosePlace } from './ask-place';
import { askQuestion } from './ask-question';
import { handOver } from './hand-over';

/** Takes a draft one step on: asks the first thing that is missing, place first, or reads everything back. */
export function advanceDraft(turn: DialogTurn, draft: Draft): Outcome {
  const service = turn.desk.catalogue.services.get(draft.service);
  if (!service) throw new Error(`draft of unknown service ${draft.service}`);
  const { language } = turn.conversation;
  if (service.level === 'other') {
    return {
      memory: forgetDraft(turn.memory),
      replies: [message(turn, service.answer?.[language] ?? say(turn, 'out-of-scope'))],
    };
  }
  const memory: Memory = { ...turn.memory, draft, misunderstood: 0 };
  if (service.place !== 'none' && !draft.place) return askMissingPlace(turn, memory);
  if (
    service.place === 'spot' &&
    draft.place?.precision !== 'spot' &&
    draft.placeDetail === undefined &&
    draft.place
  ) {
    const place = formatPlace(draft.place, undefined, turn.desk, language);
    return {
      memory: { ...memory, stage: { name: 'ask-place-detail' } },
      replies: [message(turn, say(turn, 'place.detail', { place }), [say(turn, 'skip')])],
    };
  }
  const missing = service.questions.find(
    ({ required, code }) => required && draft.answers[code] === undefined,
  );
  return missing ? askQuestion(turn, memory, missing) : readBack(turn, memory, draft, service.questions);
}

/** The draft's own words may name a place that is ambiguous or lies outside Seoul: then that is what is asked. */
function askMissingPlace(turn: DialogTurn, memory: Memory): Outcome {
  const { place } = turn.understanding;
  if (place.kind === 'ambiguous') return choosePlace(turn, memory, place);
  const where =
    place.kind === 'outside' ? say(turn, 'place.outside', { where: place.where }) : say(turn, 'place.ask');
  return askPlace(turn, memory, where, 0);
}

/** Shows what was understood, who will get it and by when. */
function readBack(turn: DialogTurn, memory: Memory, draft: Draft, questions: readonly Question[]): Outcome {
  const { desk, conversation } = turn;
  const { language } = conversation;
  const routed = routeComplaint(
    desk.catalogue,
    { ...draft, language, channel: conversation.channel },
    desk.clock.now(),
  );
  if (routed.kind === 'no-department')
    return handOver(turn, 'no-department', say(turn, 'case.no-department'));
  const answers = questions.flatMap((question) => {
    const answer = draft.answers[question.code];
    if (answer === undefined || answer === '') return [];
    const shown = question.values.find(({ key }) => key === answer)?.name[language] ?? answer;
    return [say(turn, 'confirm.answer', { question: question.description[language], answer: shown }) + '\n'];
  });
  const text = say(turn, 'confirm', {
    service: desk.catalogue.services.get(draft.service)?.names[language] ?? draft.service,
    place: draft.place
      ? formatPlace(draft.place, draft.placeDetail, desk, language)
      : say(turn, 'confirm.no-place'),
    answers: answers.join(''),
    department: routed.department.names[language],
    due: formatTime(routed.deadline.due, language),
  });
  return {
    memory: { ...memory, stage: { name: 'confirm' } },
    replies: [message(turn, text, [say(turn, 'yes'), say(turn, 'no')])],
  };
}
