/** A stretch of a text: offsets in UTF-16 code units into the text as the citizen wrote it, `end` exclusive. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}
