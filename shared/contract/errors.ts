/** The closed list of error codes, each with its HTTP status. The sentences for people live in `copy`. */
export const errorStatus = {
  malformed_json: 400,
  invalid_input: 400,
  payload_too_large: 413,
  unsupported_media_type: 415,
  unknown_operation: 404,
  method_not_allowed: 405,
  unauthenticated: 401,
  token_expired: 401,
  login_failed: 401,
  forbidden: 403,
  not_found: 404,
  link_invalid: 404,
  link_expired: 410,
  link_bound: 403,
  upgrade_required: 426,
  operation_conflict: 409,
  version_conflict: 409,
  already_invited: 409,
  not_matched: 409,
  requisition_closed: 409,
  consent_required: 409,
  interview_not_started: 409,
  interview_in_progress: 409,
  interview_ended: 409,
  interview_closed: 409,
  deadline_passed: 409,
  attempts_exhausted: 409,
  undo_too_late: 409,
  draft_mismatch: 409,
  superseded: 409,
  answer_too_long: 413,
  report_not_ready: 409,
  unavailable: 503,
  internal: 500,
} as const;

export type ErrorCode = keyof typeof errorStatus;
export const errorCodes = Object.keys(errorStatus) as [ErrorCode, ...ErrorCode[]];

/** What every refused request is answered with. */
export type ErrorBody = { error: { code: ErrorCode; message: string; details?: Record<string, unknown> } };
