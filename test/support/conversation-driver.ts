/** What a hurried citizen answers: yes to what was understood, "I don't know" to anything further. */
export function nextAnswer(choices: readonly string[], yes: string, skip: string): string {
  return choices.includes(yes) ? yes : skip;
}

export const receiptIn = (text: string): string | undefined => /\d{4}-\d{4}-\d{5}-\d/.exec(text)?.[0];
