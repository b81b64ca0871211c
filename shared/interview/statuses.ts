/** Where an interview can stand. Free of zod: the mini-program reads it too. */
export const interviewStatuses = [
  'invited',
  'scheduled',
  'in_progress',
  'no_show',
  'submitted',
  'incomplete',
  'evaluated',
  'cancelled',
] as const;
