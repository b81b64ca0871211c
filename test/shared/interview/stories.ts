import type { InterviewCommand } from '#shared/interview/commands.ts';
import type { CorrectionTarget } from '#shared/interview/correct.ts';
import { decide } from '#shared/interview/decide.ts';
import type { DraftContent } from '#shared/interview/draft.ts';
import type { Recorded } from '#shared/interview/events.ts';
import { evolve } from '#shared/interview/evolve.ts';
import type { InterviewState, InterviewStatus, Terms } from '#shared/interview/state.ts';

/** Every story begins here; all other instants are minutes after it. */
export const invitedAt = '2026-03-02T01:00:00.000Z';
export const at = (minutes: number, ms = 0): Date => new Date(Date.parse(invitedAt) + minutes * 60_000 + ms);

export const hours = 60;
export const deadline = 72 * hours;
export const resumeWindow = 24 * hours;
export const grace = 15;
export const undoTime = 10;

/** Three questions, two of them required, and the product's default numbers. */
export const terms = {
  questionIds: ['q1', 'q2', 'q3'],
  requiredIds: ['q1', 'q2'],
  answersNeeded: 2,
  attempts: 2,
  resumeWindowHours: 24,
  graceMinutes: grace,
  undoMinutes: undoTime,
  reportMinutes: 5,
  deadlineAt: at(deadline).toISOString(),
  appointment: {
    asked: false,
    earlyMinutes: 15,
    rebookings: 2,
    reminders: [1440, 60],
    quiet: { from: '22:00', to: '08:00' },
    timeZone: 'Asia/Shanghai',
    handleMinutes: 120,
    againHours: 24,
  } satisfies Terms['appointment'],
} satisfies Terms;

/** The same where a time has to be picked. */
export const asking: Terms = { ...terms, appointment: { ...terms.appointment, asked: true } };

/** A slot of half an hour at so many minutes. */
export const slotAt = (minutes: number) => ({
  slotId: `slot_${minutes}`.padEnd(12, 'x'),
  startsAt: at(minutes).toISOString(),
  endsAt: at(minutes + 30).toISOString(),
});

export const ids = {
  interviewId: 'itv_story0001',
  applicationId: 'app_story0001',
  candidateId: 'cand_story0001',
  requisitionId: 'req_story0001',
  positionId: 'pos_story0001',
};

const answer: DraftContent = { sent: ['我先听客户说完。'], typing: '', done: true };
export const answers = (...questionIds: string[]): Record<string, DraftContent> =>
  Object.fromEntries(questionIds.map((id) => [id, answer]));

type CommandOf<T extends InterviewCommand['type']> = Extract<InterviewCommand, { type: T }>;
const { candidateId: by } = ids;
const hr = 'usr_wangmin';
const system = 'system';

/** One command of each kind as it comes in an ordinary story; the parts that matter to a test are arguments. */
export const commands = {
  invite: (frozen: Terms = terms): CommandOf<'invite'> => ({ type: 'invite', by: hr, ...ids, terms: frozen }),
  start: (granted = true): CommandOf<'start'> => ({
    type: 'start',
    by,
    consents: [{ purpose: 'ai_evaluation', version: '2026-01', granted }],
  }),
  /** `savedAt`: a save since the last event, where there was one. */
  resume: (savedAt: Date = at(0)): CommandOf<'resume'> => ({ type: 'resume', by, activeAt: savedAt.toISOString() }),
  restart: (): CommandOf<'restart'> => ({ type: 'restart', by }),
  end: (activeAt: Date, ...questionIds: string[]): CommandOf<'end'> => ({
    type: 'end',
    by,
    contents: answers(...questionIds),
    activeAt: activeAt.toISOString(),
  }),
  lapse: (activeAt: Date | null): CommandOf<'lapse'> => ({
    type: 'lapse',
    by: system,
    activeAt: activeAt?.toISOString() ?? null,
  }),
  attachReport: (attempt: number, report: number, overall: number | null = 82): CommandOf<'attachReport'> => ({
    type: 'attachReport',
    by: system,
    attempt,
    request: 0,
    report,
    overall,
    scorer: 'embedded@1',
    mode: 'scored',
  }),
  failReport: (attempt: number): CommandOf<'failReport'> => ({
    type: 'failReport',
    by: system,
    attempt,
    reason: 'timeout',
  }),
  book: (slot: CommandOf<'book'>['slot'] = slotAt(60)): CommandOf<'book'> => ({ type: 'book', by, slot }),
  confirm: (): CommandOf<'confirm'> => ({ type: 'confirm', by }),
  remind: (due: number | null = 60, ...dropped: number[]): CommandOf<'remind'> => ({
    type: 'remind',
    by: system,
    due,
    dropped,
  }),
  remindAgain: (): CommandOf<'remindAgain'> => ({ type: 'remindAgain', by: hr }),
  remindMore: (): CommandOf<'remindMore'> => ({ type: 'remindMore', by: system }),
  reminderFailed: (minutes = 60, since = 99): CommandOf<'reminderFailed'> => ({
    type: 'reminderFailed',
    by: system,
    minutes,
    since,
  }),
  putOffReminder: (minutes = 60, since = 99): CommandOf<'putOffReminder'> => ({
    type: 'putOffReminder',
    by: system,
    minutes,
    since,
  }),
  explainNoShow: (reason: CommandOf<'explainNoShow'>['reason'] = 'forgot'): CommandOf<'explainNoShow'> => ({
    type: 'explainNoShow',
    by,
    reason,
  }),
  takeNoShow: (): CommandOf<'takeNoShow'> => ({ type: 'takeNoShow', by: 'usr_story001' }),
  noShowWaiting: (): CommandOf<'noShowWaiting'> => ({ type: 'noShowWaiting', by: system }),
  decide: (outcome: CommandOf<'decide'>['outcome'] = 'second_interview'): CommandOf<'decide'> => ({
    type: 'decide',
    by: hr,
    outcome,
  }),
  arrange: (minutes = 2000, round: CommandOf<'arrange'>['round'] = 'second'): CommandOf<'arrange'> => ({
    type: 'arrange',
    by: hr,
    round,
    startsAt: at(minutes).toISOString(),
    endsAt: at(minutes + 60).toISOString(),
  }),
  callOffArrangement: (): CommandOf<'callOffArrangement'> => ({ type: 'callOffArrangement', by: hr }),
  /** `since` 0: of the one that stands. */
  answerArrangement: (
    answer: CommandOf<'answerArrangement'>['answer'] = 'confirmed',
    since = 0,
  ): CommandOf<'answerArrangement'> => ({ type: 'answerArrangement', by, since, answer }),
  arrangeOverdue: (): CommandOf<'arrangeOverdue'> => ({ type: 'arrangeOverdue', by: system }),
  enterRound: (
    passed = true,
    score: number | null = 88,
    round: CommandOf<'enterRound'>['round'] = 'second',
  ): CommandOf<'enterRound'> => ({ type: 'enterRound', by: hr, round, score, passed }),
  makeOffer: (minutes = 4000): CommandOf<'makeOffer'> => ({
    type: 'makeOffer',
    by: hr,
    until: at(minutes).toISOString(),
  }),
  answerOffer: (answer: CommandOf<'answerOffer'>['answer'] = 'accepted', since = 0): CommandOf<'answerOffer'> => ({
    type: 'answerOffer',
    by,
    since,
    answer,
  }),
  lapseOffer: (): CommandOf<'lapseOffer'> => ({ type: 'lapseOffer', by: system }),
  join: (): CommandOf<'join'> => ({ type: 'join', by: hr }),
  undoJoin: (): CommandOf<'undoJoin'> => ({ type: 'undoJoin', by: hr }),
  followRequisition: (closed = true): CommandOf<'followRequisition'> => ({
    type: 'followRequisition',
    by: system,
    closed,
  }),
  answerClosure: (choice: CommandOf<'answerClosure'>['choice'] = 'pool'): CommandOf<'answerClosure'> => ({
    type: 'answerClosure',
    by,
    choice,
  }),
  undo: (): CommandOf<'undo'> => ({ type: 'undo', by: hr }),
  decline: (reason: CommandOf<'decline'>['reason'] = 'human_route'): CommandOf<'decline'> => ({
    type: 'decline',
    by,
    reason,
  }),
  askEvaluation: (because: CommandOf<'askEvaluation'>['because'] = 'asked'): CommandOf<'askEvaluation'> => ({
    type: 'askEvaluation',
    by: hr,
    because,
  }),
  judge: (report = 1, overall: number | null = 77): CommandOf<'judge'> => ({
    type: 'judge',
    by: hr,
    report,
    overall,
    dimensions: {},
  }),
  answerQuestionnaire: (flow = 4): CommandOf<'answerQuestionnaire'> => ({
    type: 'answerQuestionnaire',
    by,
    flow,
    realism: { q2: 5 },
  }),
  precheck: (...failed: CommandOf<'precheck'>['failed']): CommandOf<'precheck'> => ({ type: 'precheck', by, failed }),
  openTicket: (
    kind: CommandOf<'openTicket'>['kind'] = 'help',
    category: CommandOf<'openTicket'>['category'] = 'technical',
    ticketId = 'tkt_story0001',
  ): CommandOf<'openTicket'> => ({ type: 'openTicket', by, ticketId, kind, category }),
  closeTicket: (
    resolution: CommandOf<'closeTicket'>['resolution'] = 'granted',
    fault: 'ours' | 'none' = 'none',
    ticketId = 'tkt_story0001',
  ): CommandOf<'closeTicket'> => ({ type: 'closeTicket', by: hr, ticketId, resolution, fault }),
  reopen: (reason: CommandOf<'reopen'>['reason'] = 'mistaken_end'): CommandOf<'reopen'> => ({
    type: 'reopen',
    by: hr,
    reason,
  }),
  extend: (more = 24): CommandOf<'extend'> => ({ type: 'extend', by: hr, reason: 'asked', hours: more }),
  correct: (to: CorrectionTarget, lastSave: Date | null = null, ...answered: string[]): CommandOf<'correct'> => ({
    type: 'correct',
    by: 'usr_story',
    to,
    contents: answers(...answered),
    activeAt: lastSave === null ? null : lastSave.toISOString(),
  }),
  accommodate: (extraTime = 1.5): CommandOf<'accommodate'> => ({ type: 'accommodate', by: hr, extraTime }),
};

/** A judgement answers the request that stands, and an answer what stands, unless a test says which. */
export const answering = (state: InterviewState | undefined, command: InterviewCommand): InterviewCommand => {
  if (state === undefined) return command;
  const { arrangement, offer } = state.hiring;
  if (command.type === 'attachReport' && command.request === 0) return { ...command, request: state.report.request };
  if (command.type === 'answerArrangement' && command.since === 0)
    return { ...command, since: arrangement?.since ?? 1 };
  if (command.type === 'answerOffer' && command.since === 0) return { ...command, since: offer?.since ?? 1 };
  return command;
};

/** Plays commands, each at its minute after the invitation. A refusal in a story is a mistake of the test. */
export function play(...steps: [minutes: number, command: InterviewCommand][]): {
  state: InterviewState;
  history: Recorded[];
} {
  const history: Recorded[] = [];
  let state: InterviewState | undefined;
  for (const [minutes, command] of [[0, commands.invite()] as [number, InterviewCommand], ...steps]) {
    if (command.type === 'invite' && state !== undefined) {
      history.length = 0;
      state = undefined;
    }
    const decision = decide(state, answering(state, command), at(minutes));
    if (!decision.ok) throw new Error(`${command.type} at minute ${minutes}: ${decision.error}`);
    for (const event of decision.value) {
      state = evolve(state, event);
      history.push({ version: history.length + 1, event });
    }
  }
  if (state === undefined) throw new Error('nothing was played');
  return { state, history };
}

const ended = [
  [10, commands.start()],
  [40, commands.end(at(39), 'q1', 'q2')],
] as const satisfies [number, InterviewCommand][];

/** An interview in each status. */
export const inStatus: Record<InterviewStatus, InterviewState> = {
  invited: play().state,
  scheduled: play([0, commands.invite(asking)], [5, commands.book()]).state,
  in_progress: play([10, commands.start()]).state,
  no_show: play([deadline + grace + 1, commands.lapse(null)]).state,
  submitted: play(...ended).state,
  incomplete: play([10, commands.start()], [40, commands.end(at(39), 'q1')]).state,
  evaluated: play(...ended, [50, commands.decide()]).state,
  cancelled: play([5, commands.decline()]).state,
};
