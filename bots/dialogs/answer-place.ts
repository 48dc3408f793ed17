import type { DialogTurn, Outcome } from '../desk';
import { message, say } from '../desk';
import { formatPlace } from '../format';
import type { Stage } from '../memory';
import { isLabel, saysWord } from '../words';
import { advanceDraft } from './advance-draft';
import { askPlace, choosePlace } from './ask-place';
import { handOver } from './hand-over';

/** How often a place is asked for before a person takes over. */
const MOST_TRIES = 2;

/** The answer to "where?". */
export function answerPlace(
  turn: DialogTurn,
  stage: Extract<Stage, { name: 'ask-place' }>,
): Outcome | undefined {
  const { memory, understanding } = turn;
  const { draft } = memory;
  if (!draft) return undefined;
  const { place } = understanding;
  if (place.kind === 'found') {
    const detail = place.place.precision === 'spot' ? undefined : exactWords(turn.text, place.place.label);
    return advanceDraft(turn, {
      ...draft,
      place: place.place,
      ...(detail !== undefined && { placeDetail: detail }),
    });
  }
  if (place.kind === 'ambiguous') return choosePlace(turn, memory, place);
  if (stage.tries >= MOST_TRIES) return handOver(turn, 'place-not-understood');
  const again =
    place.kind === 'outside'
      ? say(turn, 'place.outside', { where: place.where })
      : say(turn, 'place.ask.again');
  return askPlace(turn, memory, again, stage.tries + 1);
}

/** What an answer says beyond the name of the place; a lone name leaves the exact spot open. */
const exactWords = (text: string, label: string): string | undefined =>
  [...text.trim()].length >= [...label].length + 6 &&
  /\d|앞|옆|뒤|근처|号|號|旁|前|附近|near|front|next|behind|opposite/iu.test(text)
    ? text.trim()
    : undefined;

/** The answer to "which of these?": a button, its number, or a district's name. */
export function answerPlaceChoice(
  turn: DialogTurn,
  stage: Extract<Stage, { name: 'choose-place' }>,
): Outcome | undefined {
  const { memory, text, understanding, desk, conversation } = turn;
  const { draft } = memory;
  if (!draft) return undefined;
  const named = understanding.place.kind === 'found' ? understanding.place.place : undefined;
  const chosen =
    stage.candidates.find((place) =>
      isLabel(text, formatPlace(place, undefined, desk, conversation.language)),
    ) ??
    stage.candidates[/^\s*[1-9]\s*$/.test(text) ? Number(text) - 1 : -1] ??
    stage.candidates.find(({ gu }) => gu === named?.gu);
  if (chosen) return advanceDraft(turn, { ...draft, place: chosen });
  // Another place altogether is a correction.
  if (named) return advanceDraft(turn, { ...draft, place: named });
  if (stage.tries >= MOST_TRIES) return handOver(turn, 'place-not-understood');
  const labels = stage.candidates.map((place) => formatPlace(place, undefined, desk, conversation.language));
  return {
    memory: { ...memory, stage: { ...stage, tries: stage.tries + 1 } },
    replies: [message(turn, say(turn, 'place.ask.again'), labels)],
  };
}

/** The answer to "where exactly?": whatever is said is kept; a more exact place replaces the first. */
export function answerPlaceDetail(turn: DialogTurn): Outcome | undefined {
  const { memory, text, understanding, desk } = turn;
  const { draft } = memory;
  if (!draft?.place) return undefined;
  if (['skip', 'yes', 'no'].some((key) => saysWord(desk.phrases, key, text)))
    return advanceDraft(turn, { ...draft, placeDetail: '' });
  const found = understanding.place.kind === 'found' ? understanding.place.place : undefined;
  const place =
    found && (found.gu === draft.place.gu || found.precision !== 'gu') && found.precision === 'spot'
      ? found
      : draft.place;
  return advanceDraft(turn, { ...draft, place, placeDetail: text.trim().slice(0, 300) });
}
