import type { InterviewStatus } from './state.ts';
import { interviewStatuses } from './statuses.ts';

/**
 * From which status a command may come. What it leads to is the event's business (`evolve`). Free of zod: the
 * mini-program reads it too.
 */
export const allowedFrom = {
  start: ['invited', 'scheduled'],
  resume: ['in_progress'],
  restart: ['in_progress', 'incomplete'],
  end: ['in_progress'],
  lapse: ['invited', 'scheduled', 'in_progress'],
  book: ['invited', 'scheduled', 'no_show'],
  confirm: ['scheduled'],
  remind: ['invited', 'scheduled', 'evaluated'],
  remindAgain: ['invited', 'scheduled', 'evaluated'],
  remindMore: ['invited', 'scheduled'],
  /** Also once the time is over: then the no-show is laid at our door. */
  reminderFailed: ['invited', 'scheduled', 'no_show', 'evaluated'],
  putOffReminder: ['invited', 'scheduled', 'evaluated'],
  explainNoShow: ['no_show'],
  noShowWaiting: ['no_show'],
  takeNoShow: ['no_show'],
  attachReport: ['submitted', 'evaluated'],
  failReport: ['submitted', 'evaluated'],
  /** Again, once there is something new to decide on: `mayDecide`. */
  decide: ['submitted', 'evaluated'],
  undo: ['evaluated'],
  arrange: ['evaluated'],
  callOffArrangement: ['evaluated'],
  answerArrangement: ['evaluated'],
  arrangeOverdue: ['evaluated'],
  enterRound: ['submitted', 'evaluated'],
  makeOffer: ['evaluated'],
  answerOffer: ['evaluated'],
  lapseOffer: ['evaluated'],
  join: ['evaluated'],
  undoJoin: ['evaluated'],
  followRequisition: [...interviewStatuses],
  answerClosure: ['invited', 'scheduled', 'in_progress', 'no_show', 'submitted', 'incomplete', 'evaluated'],
  decline: ['invited', 'scheduled', 'in_progress', 'no_show', 'evaluated'],
  askEvaluation: ['submitted', 'evaluated'],
  judge: ['submitted', 'evaluated'],
  answerQuestionnaire: ['submitted', 'evaluated'],
  precheck: ['invited', 'scheduled', 'in_progress'],
  /** Which kind may be asked when is `mayAsk`'s business. */
  openTicket: ['invited', 'scheduled', 'in_progress', 'no_show', 'submitted', 'incomplete', 'evaluated'],
  closeTicket: [...interviewStatuses],
  reopen: ['submitted', 'incomplete'],
  extend: ['invited', 'scheduled', 'in_progress'],
  /** To where is `corrections`' business. */
  correct: ['invited', 'scheduled', 'in_progress', 'no_show', 'submitted', 'incomplete', 'evaluated', 'cancelled'],
  accommodate: ['invited', 'scheduled', 'in_progress'],
} as const satisfies Record<string, readonly InterviewStatus[]>;

export type CommandType = keyof typeof allowedFrom;

export const isAllowed = (command: CommandType, status: InterviewStatus): boolean =>
  (allowedFrom[command] as readonly InterviewStatus[]).includes(status);
