import { parseReceiptNumber } from '../src/domain/case/receipt-number';
import type { ConversationalIntent } from '../src/domain/service/service';
import { isConversationalIntent } from '../src/domain/service/service';
import type { DialogTurn, Outcome } from './desk';
import { message, say } from './desk';
import { advanceDraft } from './dialogs/advance-draft';
import { answerPlace, answerPlaceChoice, answerPlaceDetail } from './dialogs/answer-place';
import { answerQuestion } from './dialogs/answer-question';
import { tellCaseStatus } from './dialogs/case-status';
import { changeLanguage } from './dialogs/change-language';
import {
  answerServiceChoice,
  answerServiceConfirmation,
  confirmService,
  offerServices,
  startDraft,
} from './dialogs/choose-service';
import { answerConfirmation, answerWhatToChange } from './dialogs/confirm-complaint';
import { handOver, whileHandedOver } from './dialogs/hand-over';
import { notUnderstood } from './dialogs/not-understood';
import { forgetDraft } from './memory';
import { beginsWithWord, saysWord } from './words';

/** A danger to life is answered on less certainty than anything else: a needless "call 119" harms nobody. */
const EMERGENCY_FROM = 0.1;
/** Talk about the conversation needs no filing, so it may be taken at its word sooner than a service. */
const CONVERSATIONAL_FROM = 0.4;

/** One message of a citizen: danger first, then commands, then the answer that is awaited, then a new matter. */
export async function converse(turn: DialogTurn): Promise<Outcome> {
  if (turn.conversation.owner !== 'bot') return whileHandedOver(turn);
  const { candidates } = turn.understanding;
  const emergency = candidates.find(({ code }) => code === 'emergency');
  if (!emergency || emergency.probability < EMERGENCY_FROM) return answer(turn);
  if (emergency === candidates[0]) return conversational(turn, 'emergency');
  // More likely a complaint: the number to call comes first, and the complaint goes on.
  const outcome = await answer(turn);
  return { ...outcome, replies: [message(turn, say(turn, 'emergency')), ...outcome.replies] };
}

async function answer(turn: DialogTurn): Promise<Outcome> {
  const { phrases } = turn.desk;
  if (saysWord(phrases, 'cancel', turn.text)) return conversational(turn, 'cancel');
  if (saysWord(phrases, 'agent', turn.text)) return conversational(turn, 'agent-request');
  if (saysWord(phrases, 'speak', turn.text)) return conversational(turn, 'change-language');
  if (parseReceiptNumber(turn.text) !== undefined) return tellCaseStatus(turn);
  const answered = await answerToStage(turn);
  if (answered) return answered;
  // "Yes" to nothing is "all right".
  if (turn.memory.stage.name === 'idle' && saysWord(phrases, 'yes', turn.text))
    return conversational(turn, 'thanks');
  return newMatter(turn);
}

/** Reads the message as the answer that the stage waits for; undefined where it is none. */
async function answerToStage(turn: DialogTurn): Promise<Outcome | undefined> {
  const { stage } = turn.memory;
  if (OPEN_STAGES.includes(stage.name) && isCommand(turn)) return newMatter(turn);
  switch (stage.name) {
    case 'idle':
      return undefined;
    case 'confirm-service':
      return answerServiceConfirmation(turn);
    case 'choose-service':
      return answerServiceChoice(turn, stage);
    case 'ask-place':
      return answerPlace(turn, stage);
    case 'choose-place':
      return answerPlaceChoice(turn, stage);
    case 'ask-place-detail':
      return answerPlaceDetail(turn);
    case 'ask-question':
      return answerQuestion(turn, stage);
    case 'confirm':
      return answerConfirmation(turn);
    case 'what-to-change':
      return answerWhatToChange(turn);
  }
}

/** Stages that would take any words for an answer. */
const OPEN_STAGES: readonly string[] = ['ask-place', 'choose-place', 'ask-place-detail', 'ask-question'];
/** What breaks into them, where the message names no place and is no mere yes or no. */
const COMMANDS: readonly string[] = ['agent-request', 'change-language', 'case-status', 'cancel', 'help'];
/** An answer taken for a command is worse than a command asked for twice. */
const COMMAND_FROM = 0.8;

const isCommand = ({ understanding, desk, text }: DialogTurn): boolean => {
  const [best] = understanding.candidates;
  return (
    best !== undefined &&
    COMMANDS.includes(best.code) &&
    best.probability >= COMMAND_FROM &&
    understanding.place.kind === 'none' &&
    !['yes', 'no', 'skip'].some((key) => beginsWithWord(desk.phrases, key, text))
  );
};

/** A message that begins something, or that answers nothing: then the draft is kept and its question comes again. */
function newMatter(turn: DialogTurn): Outcome | Promise<Outcome> {
  const { understanding, memory } = turn;
  const [best] = understanding.candidates;
  if (!best) return again(turn);
  if (isConversationalIntent(best.code)) {
    return best.probability >= CONVERSATIONAL_FROM ? conversational(turn, best.code) : again(turn);
  }
  if (memory.draft && understanding.decision !== 'accept') return again(turn);
  switch (understanding.decision) {
    case 'accept':
      return advanceDraft(turn, startDraft(turn, best));
    case 'confirm':
      return confirmService(turn, best);
    case 'offer':
      return offerServices(turn, startDraft(turn, best));
    case 'hand-over':
      return notUnderstood(turn);
  }
}

function again(turn: DialogTurn): Outcome {
  const outcome = notUnderstood(turn);
  const { draft, stage } = turn.memory;
  if (!draft || outcome.conversation) return outcome;
  if (stage.name === 'confirm-service' || stage.name === 'choose-service') {
    return {
      ...offerServices(turn, draft),
      memory: { ...offerServices(turn, draft).memory, misunderstood: outcome.memory.misunderstood },
    };
  }
  const advanced = advanceDraft(turn, draft);
  return { ...advanced, memory: { ...advanced.memory, misunderstood: outcome.memory.misunderstood } };
}

function conversational(turn: DialogTurn, intent: ConversationalIntent): Outcome | Promise<Outcome> {
  const { memory } = turn;
  switch (intent) {
    case 'agent-request':
      return handOver(turn, 'asked-for');
    case 'case-status':
      return tellCaseStatus(turn);
    case 'change-language':
      return changeLanguage(turn);
    case 'cancel':
      return memory.draft
        ? { memory: forgetDraft(memory), replies: [message(turn, say(turn, 'cancelled'))] }
        : { memory, replies: [message(turn, say(turn, 'nothing-to-cancel'))] };
    default:
      return { memory: { ...memory, misunderstood: 0 }, replies: [message(turn, say(turn, intent))] };
  }
}
