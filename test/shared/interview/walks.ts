import fc from 'fast-check';
import { aheadOf } from '#shared/interview/ahead.ts';
import type { InterviewCommand } from '#shared/interview/commands.ts';
import { correctionTargets } from '#shared/interview/correct.ts';
import { decide } from '#shared/interview/decide.ts';
import type { DraftContent } from '#shared/interview/draft.ts';
import { interviewEventSchema, type Recorded } from '#shared/interview/events.ts';
import { evolve, replay } from '#shared/interview/evolve.ts';
import { type InterviewState, type Outcome, outcomeSchema, type Terms } from '#shared/interview/state.ts';
import { ticketKinds } from '#shared/interview/ticket-kinds.ts';
import { allowedFrom, type CommandType, isAllowed } from '#shared/interview/transitions.ts';
import { answering, asking, at, commands, hours, ids, slotAt, terms } from './stories.ts';

/** What a candidate writes. It must never be seen in an event. */
export const written = '这是候选人写的话';

/** One command as it was answered. `after` is `before` where it was refused or decided nothing. */
export type Step = {
  command: InterviewCommand;
  now: Date;
  before: InterviewState;
  decision: ReturnType<typeof decide>;
  after: InterviewState;
};
export type Walk = { history: Recorded[]; steps: Step[]; state: InterviewState };

type Wish = {
  minutes: number;
  /** Which command: mostly one that the status allows, sometimes any. */
  which: number;
  anything: boolean;
  /** The process is restarted before the command: all it knows is what was stored. */
  restarted: boolean;
  answered: string[];
  /** How long before `now` the last save was. */
  quiet: number;
  attempt: number;
  report: number;
  outcome: Outcome;
  yes: boolean;
};

// Around every edge of the default windows: undo, grace, resume window, deadline.
const passing = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(0, 0.5, 1, 3, 9, 10, 11) },
  { weight: 3, arbitrary: fc.constantFrom(14, 15, 16, 300) },
  { weight: 1, arbitrary: fc.constantFrom(1439, 1440, 1455, 1456, 4320, 4336) },
);
const wish: fc.Arbitrary<Wish> = fc.record({
  minutes: passing,
  which: fc.nat({ max: 999 }),
  anything: fc.integer({ min: 0, max: 3 }).map((n) => n === 0),
  restarted: fc.boolean(),
  answered: fc.subarray(['q1', 'q2', 'q3', 'q9']),
  quiet: passing,
  attempt: fc.constantFrom(0, 0, 0, -1),
  report: fc.constantFrom(1, 1, 0, 2),
  outcome: fc.constantFrom(...outcomeSchema.options),
  yes: fc.integer({ min: 0, max: 5 }).map((n) => n > 0),
});

const frozen: fc.Arbitrary<Terms> = fc
  .record({
    answersNeeded: fc.constantFrom(1, 2),
    attempts: fc.constantFrom(1, 2, 3),
    resumeWindowHours: fc.constantFrom(1, 24),
    graceMinutes: fc.constantFrom(0, 15),
    arrangeHours: fc.constantFrom(1, 24),
    undoMinutes: fc.constantFrom(0, 10, 120),
    deadlineAt: fc.constantFrom(terms.deadlineAt, at(600).toISOString()),
    appointment: fc.constantFrom(terms.appointment, asking.appointment),
  })
  .map((varied) => ({ ...terms, ...varied }));

/** Interviews that many things were wanted of, with time passing and restarts between them. */
export const walks: fc.Arbitrary<Walk> = fc
  .noBias(fc.tuple(frozen, fc.array(wish, { minLength: 1, maxLength: 40, size: 'max' })))
  .map(([agreed, wishes]) => walk(agreed, wishes));

function walk(agreed: Terms, wishes: Wish[]): Walk {
  const history: Recorded[] = [];
  const steps: Step[] = [];
  let minute = 0;
  let state = applied(undefined, decide(undefined, commands.invite(agreed), at(0)), history);
  for (const one of wishes) {
    const before = one.restarted ? stored(history) : state;
    const type = typeOf(one, before);
    // A sweep mostly comes when something is due.
    minute += type === 'lapse' && one.yes ? 25 * hours : one.minutes;
    const now = at(minute);
    const command = commandOf(type, one, before, now);
    const decision = decide(freeze(before), freeze(answering(before, command)), now);
    state = applied(before, decision, history);
    steps.push({ command, now, before, decision, after: state });
  }
  return { history, steps, state };
}

function applied(
  before: InterviewState | undefined,
  decision: ReturnType<typeof decide>,
  history: Recorded[],
): InterviewState {
  let state = before;
  for (const event of decision.ok ? decision.value : []) {
    state = evolve(freeze(state), freeze(event));
    history.push({ version: history.length + 1, event });
  }
  if (state === undefined) throw new Error('an interview that was never invited');
  return state;
}

/** As a new process finds it: the events from the store, parsed, replayed. */
function stored(history: Recorded[]): InterviewState {
  const read = (JSON.parse(JSON.stringify(history)) as Recorded[]).map(({ version, event }) => ({
    version,
    event: interviewEventSchema.parse(event),
  }));
  const state = replay(read);
  if (state === undefined) throw new Error('an empty history');
  return state;
}

const every = Object.keys(allowedFrom) as CommandType[];
/** What ends a story early is wanted less often. */
const rare: CommandType[] = ['decline', 'lapse'];
/** What does not move the story on takes less of it. */
const beside: CommandType[] = [
  'confirm',
  'remind',
  'remindAgain',
  'remindMore',
  'reminderFailed',
  'putOffReminder',
  'explainNoShow',
  'noShowWaiting',
  'takeNoShow',
  'precheck',
  'openTicket',
  'extend',
  'accommodate',
  'correct',
  'judge',
  'answerQuestionnaire',
  'callOffArrangement',
  'arrangeOverdue',
  'followRequisition',
  'answerClosure',
];

/** What leads somewhere after the decision that stands; there is much else that could be wanted there and leads nowhere. */
function nextSteps({ status, outcome, hiring }: InterviewState): CommandType[] {
  if (status === 'submitted') return ['decide', 'attachReport', 'closeTicket'];
  if (status !== 'evaluated') return [];
  if (outcome === 'second_interview') {
    if (hiring.arrangement === null) return ['arrange', 'arrange', 'arrangeOverdue', 'decide'];
    return [
      'callOffArrangement',
      'remind',
      'reminderFailed',
      'remind',
      'putOffReminder',
      'answerArrangement',
      'decide',
      'enterRound',
    ];
  }
  if (outcome === 'offer' && hiring.offer === null) return ['makeOffer'];
  return outcome === 'offer'
    ? ['answerOffer', 'lapseOffer', 'join', 'undoJoin', 'decide']
    : ['decide', 'undo', 'join', 'undoJoin'];
}

function typeOf(one: Wish, state: InterviewState): CommandType {
  const steps = nextSteps(state);
  const step = steps[Math.floor(one.which / 3) % Math.max(1, steps.length)];
  if (step !== undefined && !one.anything && one.which % 3 === 0) return step;
  const allowed = every.filter((type) => isAllowed(type, state.status));
  const likely = allowed.flatMap((type) =>
    rare.includes(type) ? [type] : Array<CommandType>(beside.includes(type) ? 2 : 6).fill(type),
  );
  const from = one.anything || likely.length === 0 ? every : likely;
  return from[one.which % from.length] ?? 'start';
}

function commandOf(type: CommandType, one: Wish, state: InterviewState, now: Date): InterviewCommand {
  const activeAt = new Date(
    Math.max(now.getTime() - one.quiet * 60_000, Date.parse(state.activeAt ?? state.invitedAt)),
  );
  const attempt = state.attempt + one.attempt;
  switch (type) {
    case 'start':
      return commands.start(one.yes);
    case 'resume':
      return commands.resume();
    case 'restart':
      return commands.restart();
    case 'end':
      return { ...commands.end(activeAt), by: ids.candidateId, contents: contentsOf(one) };
    case 'lapse':
      return commands.lapse(state.activeAt === null ? null : activeAt);
    case 'attachReport':
      return commands.attachReport(attempt, state.report.version + one.report, one.yes ? 82.5 : null);
    case 'failReport':
      return commands.failReport(attempt);
    case 'decide':
      return commands.decide(one.outcome);
    case 'undo':
      return commands.undo();
    case 'decline':
      return commands.decline(one.yes ? 'human_route' : 'withdrawn');
    case 'askEvaluation':
      return commands.askEvaluation(one.yes ? 'asked' : 'rescored');
    case 'judge':
      return commands.judge(Math.max(1, state.report.version), one.yes ? 70 : null);
    case 'answerQuestionnaire':
      return commands.answerQuestionnaire();
    case 'precheck':
      return one.yes ? commands.precheck() : commands.precheck('network', 'microphone');
    case 'openTicket': {
      const any = ticketKinds[one.which % ticketKinds.length] ?? 'help';
      const kind = state.status === 'no_show' && one.yes ? 'no_show' : any;
      return commands.openTicket(kind, one.yes ? 'technical' : 'mistaken_end', `tkt_walk${state.tickets.length}`);
    }
    case 'closeTicket': {
      const open = state.tickets.find((ticket) => ticket.closedAt === null)?.ticketId ?? 'tkt_none0001';
      return commands.closeTicket(one.yes ? 'granted' : 'refused', one.report === 1 ? 'ours' : 'none', open);
    }
    case 'reopen':
      return commands.reopen(one.yes ? 'mistaken_end' : 'technical');
    case 'extend':
      return commands.extend(one.yes ? 24 : 1);
    case 'accommodate':
      return commands.accommodate();
    case 'correct': {
      const to = correctionTargets[one.which % correctionTargets.length] ?? 'incomplete';
      return { ...commands.correct(to, state.activeAt === null ? null : activeAt), contents: contentsOf(one) };
    }
    case 'book': {
      const asked = state.terms.appointment?.asked === true;
      const minutes = Math.round((now.getTime() - at(0).getTime()) / 60_000) + 10 + (one.which % 40);
      return commands.book(asked ? slotAt(minutes) : null);
    }
    case 'confirm':
      return commands.confirm();
    case 'remind':
      return one.yes ? commands.remind(one.which % 2 === 0 ? 60 : 1440) : commands.remind(null, 1440);
    case 'remindAgain':
      return commands.remindAgain();
    case 'remindMore':
      return commands.remindMore();
    case 'reminderFailed':
      return commands.reminderFailed(onItsWay(state) ?? (one.which % 2 === 0 ? 60 : 1440));
    case 'putOffReminder':
      return commands.putOffReminder(onItsWay(state) ?? (one.which % 2 === 0 ? 60 : 1440));
    case 'explainNoShow':
      return commands.explainNoShow(one.yes ? 'forgot' : 'technical');
    case 'noShowWaiting':
      return commands.noShowWaiting();
    case 'takeNoShow':
      return commands.takeNoShow();
    case 'arrange':
      return commands.arrange(minuteOf(now) + 10 + (one.which % 300), one.yes ? 'second' : 'final');
    case 'callOffArrangement':
      return commands.callOffArrangement();
    case 'answerArrangement':
      return commands.answerArrangement(one.yes ? 'confirmed' : 'cannot', one.report === 2 ? 1 : 0);
    case 'arrangeOverdue':
      return commands.arrangeOverdue();
    case 'enterRound':
      return commands.enterRound(one.yes, one.report === 2 ? null : 70, one.yes ? 'second' : 'written_test');
    case 'makeOffer':
      return commands.makeOffer(minuteOf(now) + 10 + (one.which % 300));
    case 'answerOffer':
      return commands.answerOffer(one.yes ? 'accepted' : 'declined', one.report === 2 ? 1 : 0);
    case 'lapseOffer':
      return commands.lapseOffer();
    case 'join':
      return commands.join();
    case 'undoJoin':
      return commands.undoJoin();
    case 'followRequisition':
      return commands.followRequisition(one.yes ? state.hiring.closure === null : one.which % 2 === 0);
    case 'answerClosure':
      return commands.answerClosure(one.yes ? 'pool' : 'wait');
  }
}

/** A reminder that went out, as far as is known. */
const onItsWay = (state: InterviewState): number | undefined =>
  aheadOf(state)?.reminded.find(({ outcome }) => outcome === 'due')?.minutes;

const minuteOf = (now: Date): number => Math.round((now.getTime() - at(0).getTime()) / 60_000);

const contentsOf = ({ answered, yes }: Wish): Record<string, DraftContent> =>
  Object.fromEntries(answered.map((id, i) => [id, { sent: [written], typing: written, done: yes || i > 0 }]));

/** decide and evolve are given what they must not change. */
function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const inner of Object.values(value)) freeze(inner);
  return Object.freeze(value);
}
