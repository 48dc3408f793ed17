import type { Case } from '../../src/domain/case/case';
import { fileComplaint } from '../../src/app/file-complaint';
import type { DialogTurn, Outcome } from '../desk';
import { message, say } from '../desk';
import { formatTime } from '../format';
import type { Draft } from '../memory';
import { forgetDraft } from '../memory';
import { beginsWithWord, isLabel, saysWord } from '../words';
import { advanceDraft } from './advance-draft';
import { askPlace } from './ask-place';
import { handOver } from './hand-over';
import { offerServices } from './choose-service';

/** The answer to "shall I file this?". A place named instead of an answer is a correction. */
export async function answerConfirmation(turn: DialogTurn): Promise<Outcome | undefined> {
  const { memory, desk, text, understanding } = turn;
  const { draft } = memory;
  if (!draft) return undefined;
  if (understanding.place.kind === 'found')
    return advanceDraft(turn, { ...draft, place: understanding.place.place });
  if (beginsWithWord(desk.phrases, 'no', text)) {
    return {
      memory: { ...memory, stage: { name: 'what-to-change' } },
      replies: [
        message(turn, say(turn, 'confirm.what-to-change'), [
          say(turn, 'change.service'),
          say(turn, 'change.place'),
          say(turn, 'change.cancel'),
        ]),
      ],
    };
  }
  if (!beginsWithWord(desk.phrases, 'yes', text)) return undefined;
  const filed = await fileDraft(turn, draft);
  if (!filed) return handOver(turn, 'no-department', say(turn, 'case.no-department'));
  const { language } = turn.conversation;
  const receipt = say(turn, 'case.filed', {
    receipt: filed.receipt,
    department: desk.catalogue.departments.get(filed.department)?.names[language] ?? filed.department,
    due: formatTime(filed.due, language),
  });
  const answer = desk.catalogue.services.get(filed.service)?.answer?.[language];
  return {
    memory: forgetDraft(memory),
    replies: [message(turn, receipt), ...(answer === undefined ? [] : [message(turn, answer)])],
  };
}

function fileDraft({ desk, tx, conversation }: DialogTurn, draft: Draft): Promise<Case | undefined> {
  const { placeDetail, place, ...rest } = draft;
  const label =
    placeDetail === undefined || placeDetail === '' ? place?.label : `${place?.label ?? ''} (${placeDetail})`;
  return fileComplaint(desk, tx, {
    ...rest,
    ...(place && { place: { ...place, label: label ?? place.label } }),
    conversationId: conversation.id,
    channel: conversation.channel,
    language: conversation.language,
  });
}

/** The answer to "what should I change?". */
export function answerWhatToChange(turn: DialogTurn): Outcome | undefined {
  const { memory, text, desk } = turn;
  const { draft } = memory;
  if (!draft) return undefined;
  if (isLabel(text, say(turn, 'change.cancel')) || saysWord(desk.phrases, 'no', text)) {
    return { memory: forgetDraft(memory), replies: [message(turn, say(turn, 'cancelled'))] };
  }
  if (isLabel(text, say(turn, 'change.service'))) return offerServices(turn, draft);
  if (turn.understanding.place.kind === 'found') {
    return advanceDraft(turn, { ...draft, place: turn.understanding.place.place });
  }
  if (!isLabel(text, say(turn, 'change.place'))) return undefined;
  const { place: _, placeDetail: __, ...rest } = draft;
  return askPlace(turn, { ...memory, draft: rest }, say(turn, 'place.ask'), 0);
}
