import type { Case } from '../../src/domain/case/case';
import { parseReceiptNumber } from '../../src/domain/case/receipt-number';
import type { DialogTurn, Outcome } from '../desk';
import { message, say } from '../desk';
import { formatTime } from '../format';

/** How many of a conversation's cases are listed at once. */
const MOST_LISTED = 3;

/** Tells how far a case is: by its number, or the latest ones of this conversation. Says nothing of its content. */
export async function tellCaseStatus(turn: DialogTurn): Promise<Outcome> {
  const receipt = parseReceiptNumber(turn.text);
  if (receipt !== undefined) {
    const found = await turn.tx.caseByReceipt(receipt);
    return {
      memory: turn.memory,
      replies: [message(turn, found ? statusLine(turn, found) : say(turn, 'case.unknown'))],
    };
  }
  const cases = await turn.tx.casesOfConversation(turn.conversation.id);
  const lines = cases.slice(0, MOST_LISTED).map((filed) => statusLine(turn, filed));
  return {
    memory: turn.memory,
    replies: [message(turn, lines.length === 0 ? say(turn, 'case.none') : lines.join('\n'))],
  };
}

function statusLine(turn: DialogTurn, filed: Case): string {
  const { language } = turn.conversation;
  return say(turn, 'case.status', {
    receipt: filed.receipt,
    status: say(turn, `status.${filed.status}`),
    department: turn.desk.catalogue.departments.get(filed.department)?.names[language] ?? filed.department,
    due: formatTime(filed.due, language),
  });
}
