/** Every error an endpoint may answer with: code to HTTP status and text. The codes are stable. */
export const ERRORS = {
  BadArgument: [400, 'The request does not have the expected form.'],
  InvalidJson: [400, 'The body is not valid JSON.'],
  Unauthorized: [401, 'A valid credential is needed.'],
  TokenExpired: [403, 'The token has expired.'],
  Forbidden: [403, 'This credential does not allow that.'],
  NotFound: [404, 'There is nothing here.'],
  UnknownService: [422, 'There is no service with this code.'],
  MethodNotAllowed: [405, 'This address does not take that method.'],
  BodyTooLarge: [413, 'The body is larger than 256 kB.'],
  TextTooLong: [413, 'A message has at most 10,000 characters.'],
  UnsupportedMediaType: [415, 'This address takes application/json.'],
  AttachmentsNotSupported: [415, 'Attachments are not taken yet.'],
  TooManyRequests: [429, 'Too many requests. Please wait a moment.'],
  InternalError: [500, 'Something went wrong on our side.'],
} as const satisfies Readonly<Record<string, readonly [number, string]>>;

export type ErrorCode = keyof typeof ERRORS;

/** The body of every error. */
export interface ErrorBody {
  readonly error: { readonly code: ErrorCode; readonly message: string };
}

/** An expected refusal: thrown by an endpoint, answered from the table above. */
export class Problem extends Error {
  constructor(readonly code: ErrorCode) {
    super(code);
  }
}
