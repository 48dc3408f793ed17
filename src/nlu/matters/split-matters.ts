import type { IntentClassifier, Matter, MatterSplitter } from '../../app/ports/understanding';
import type { IntentCandidate } from '../../domain/service/intent-choice';
import { isConversationalIntent } from '../../domain/service/service';
import type { TextSpan } from '../../domain/text-span';
import { clausesOf } from './clauses';

/** A clause this sure of its service speaks of it; others go with their neighbours. */
const CLEAR = 0.7;
/** A part must be this sure of its service to stand for a matter of its own. */
const SURE = 0.8;
/** And must hardly be taken for the other part's service. */
const APART = 0.2;
const CANDIDATES = 5;
const MAX_CHARACTERS = 2_000;
const MOST_MATTERS = 4;

/** A stretch of the message with what it is taken for. */
interface Part extends TextSpan {
  readonly candidates: readonly IntentCandidate[];
}

/**
 * Finds the matters of a message. A message is cut only where two parts, each by itself and each clearly, speak of
 * different services: circumstances of one matter (who fell, who was called, what stands beside it) are not matters.
 */
export function matterSplitter(classifier: IntentClassifier): MatterSplitter {
  return {
    split(text, whole, language) {
      const read = ({ start, end }: TextSpan): Part => ({
        start,
        end,
        candidates: classifier.classify(text.slice(start, end), CANDIDATES, language),
      });
      const one: Matter = { start: 0, end: text.length, candidates: whole };
      if (text.length > MAX_CHARACTERS || isOfConversation(whole)) return [one];
      const clauses = clausesOf(text);
      if (clauses.length < 2) return [one];
      const parts = clauses.map(read);
      const groups = grouped(parts);
      if (groups.length < 2 || groups.length > MOST_MATTERS) return [one];
      const matters = groups.map(
        (group) => parts.find(({ start, end }) => start === group.start && end === group.end) ?? read(group),
      );
      return allApart(matters) ? matters : [one];
    },
  };
}

const isOfConversation = ([best]: readonly IntentCandidate[]): boolean =>
  best === undefined || isConversationalIntent(best.code);

/** Clauses in a row that speak of one service, or of none clearly, go together. */
function grouped(clauses: readonly Part[]): TextSpan[] {
  const groups: { start: number; end: number; code: string | undefined }[] = [];
  for (const clause of clauses) {
    const code = serviceOf(clause, CLEAR);
    const last = groups.at(-1);
    if (last && (code === undefined || last.code === undefined || code === last.code)) {
      last.end = clause.end;
      last.code ??= code;
    } else groups.push({ start: clause.start, end: clause.end, code });
  }
  return groups;
}

/** The service that a part clearly speaks of. */
function serviceOf({ candidates: [best] }: Part, sure: number): string | undefined {
  return best && best.probability >= sure && !isConversationalIntent(best.code) ? best.code : undefined;
}

/** Every part is sure of its service, and no neighbour is nearly as good a reading of it. */
function allApart(parts: readonly Part[]): boolean {
  const codes = parts.map((part) => serviceOf(part, SURE));
  if (codes.includes(undefined) || new Set(codes).size < parts.length) return false;
  return parts.every(({ candidates }, i) =>
    candidates.every(
      ({ code, probability }) => code === codes[i] || !codes.includes(code) || probability < APART,
    ),
  );
}
