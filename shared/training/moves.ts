/** What HR can do as the candidate of the sandbox. Free of zod: the mini-program reads it too. */
export const moves = [
  'start',
  'answer',
  'menu_leave',
  'end',
  'close_window',
  'network_cut',
  'network_back',
  'power_off',
  'give_up',
  'come_back',
  'begin_again',
  'withdraw',
] as const;
export type Move = (typeof moves)[number];

/** What came of a move; the words for it are in `copy`. */
export const effects = [
  'started',
  'answered',
  'kept_on_device',
  'handed_in_later',
  'kept_on_server',
  'end_waits_for_network',
  'ended_submitted',
  'ended_incomplete',
  'resumed',
  'begun_again',
  'no_show',
  'lapsed_incomplete',
  'nothing_lapses',
  'withdrawn',
  'not_now',
  'refused',
] as const;
export type Effect = (typeof effects)[number];

/** Answers that the sandbox's interview asks for; enough to see what half of it does. */
export const sandboxQuestions = ['q1', 'q2', 'q3'] as const;
