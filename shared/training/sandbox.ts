import { type CopyValues, copiesOf } from '../application/copies.ts';
import type { InterviewCommand } from '../interview/commands.ts';
import { decide } from '../interview/decide.ts';
import type { DraftContent } from '../interview/draft.ts';
import type { InterviewEvent, Recorded } from '../interview/events.ts';
import { replay } from '../interview/evolve.ts';
import type { InterviewState, Terms } from '../interview/state.ts';
import { closesAt, graceEndsAt, plusHours } from '../interview/windows.ts';
import type { Settings } from '../settings.ts';
import { type Effect, type Move, sandboxQuestions } from './moves.ts';

export type SandboxStep = {
  move: Move | null;
  effect: Effect | null;
  /** How long after the invitation. */
  hours: number;
  /** Answers on the server, on the phone only, and asked for. */
  saved: number;
  onDevice: number;
  asked: number;
  /** What happened in the interview, as its history keeps it. */
  events: InterviewEvent['type'][];
  state: InterviewState;
  copies: CopyValues;
};

type Sandbox = {
  now: Date;
  history: Recorded[];
  /** Answered on the server, and on the phone while there is no network. */
  saved: string[];
  onDevice: string[];
  online: boolean;
  /** The candidate has the interview open. */
  inside: boolean;
  /** 「结束面试」 was tapped without a network. */
  endWaits: boolean;
  activeAt: string;
};

const ids = {
  interviewId: 'itv_sandbox',
  applicationId: 'app_sandbox',
  candidateId: 'cand_sandbox',
  requisitionId: 'req_sandbox',
  positionId: 'pos_sandbox',
};
const minutes = (count: number) => count * 60_000;

/**
 * Plays a candidate's moves through the product's own decider and shows after each what every copy of the status says.
 * Nothing is stored and nobody is told: an interview that exists in the answer only.
 */
export function playSandbox(settings: Settings, played: readonly Move[], now: Date): SandboxStep[] {
  const start: Sandbox = {
    now,
    history: [],
    saved: [],
    onDevice: [],
    online: true,
    inside: false,
    endWaits: false,
    activeAt: now.toISOString(),
  };
  const invited = command(start, { type: 'invite', by: 'usr_sandbox', ...ids, terms: termsOf(settings, now) }).sandbox;
  const steps = [stepOf(invited, now, null, null, 0)];
  let sandbox = invited;
  for (const move of played) {
    const before = sandbox.history.length;
    const { sandbox: after, effect } = play({ ...sandbox, now: new Date(sandbox.now.getTime() + minutes(2)) }, move);
    steps.push(stepOf(after, now, move, effect, before));
    sandbox = after;
  }
  return steps;
}

type Played = { sandbox: Sandbox; effect: Effect };

function play(sandbox: Sandbox, move: Move): Played {
  const state = stateOf(sandbox);
  const by = ids.candidateId;
  const at = sandbox.now.toISOString();
  const away = { ...sandbox, inside: false };
  const working = sandbox.inside && state.status === 'in_progress';
  switch (move) {
    case 'start': {
      const consents = [{ purpose: 'ai_evaluation' as const, version: '1', granted: true }];
      const done = command(sandbox, { type: 'start', by, consents });
      return opened(done, 'started', []);
    }
    case 'answer': {
      const next = sandboxQuestions.find((id) => !sandbox.saved.includes(id) && !sandbox.onDevice.includes(id));
      if (!working || next === undefined) return { sandbox, effect: 'not_now' };
      if (!sandbox.online) {
        return { sandbox: { ...sandbox, onDevice: [...sandbox.onDevice, next] }, effect: 'kept_on_device' };
      }
      return { sandbox: { ...sandbox, saved: [...sandbox.saved, next], activeAt: at }, effect: 'answered' };
    }
    case 'menu_leave':
    case 'close_window':
    case 'power_off':
      if (!working) return { sandbox, effect: 'not_now' };
      return { sandbox: away, effect: sandbox.onDevice.length > 0 ? 'kept_on_device' : 'kept_on_server' };
    case 'network_cut':
      if (!working || !sandbox.online) return { sandbox, effect: 'not_now' };
      return { sandbox: { ...sandbox, online: false }, effect: 'kept_on_device' };
    case 'network_back': {
      if (sandbox.online) return { sandbox, effect: 'not_now' };
      const handed = { ...sandbox, online: true, saved: [...sandbox.saved, ...sandbox.onDevice], onDevice: [] };
      const fresh = sandbox.onDevice.length > 0 ? { ...handed, activeAt: at } : handed;
      return sandbox.endWaits ? end({ ...fresh, endWaits: false }) : { sandbox: fresh, effect: 'handed_in_later' };
    }
    case 'end':
      if (!working) return { sandbox, effect: 'not_now' };
      if (!sandbox.online) return { sandbox: { ...sandbox, endWaits: true }, effect: 'end_waits_for_network' };
      return end(sandbox);
    case 'give_up': {
      const { activeAt } = sandbox;
      const over = state.activeAt === null ? closesAt(state) : closesAt(state, activeAt);
      const later = new Date(Date.parse(graceEndsAt(over, state.terms)) + minutes(1));
      const gone = { ...away, now: later > sandbox.now ? later : sandbox.now };
      const done = command(gone, { type: 'lapse', by: 'system', activeAt: state.activeAt === null ? null : activeAt });
      if (!done.ok || done.sandbox.history.length === gone.history.length) return { sandbox, effect: 'nothing_lapses' };
      const { status } = stateOf(done.sandbox);
      return { sandbox: done.sandbox, effect: status === 'no_show' ? 'no_show' : 'lapsed_incomplete' };
    }
    case 'come_back':
      if (sandbox.inside) return { sandbox, effect: 'not_now' };
      return opened(command(sandbox, { type: 'resume', by, activeAt: sandbox.activeAt }), 'resumed', sandbox.saved);
    case 'begin_again':
      if (sandbox.inside) return { sandbox, effect: 'not_now' };
      return opened(command(sandbox, { type: 'restart', by }), 'begun_again', []);
    case 'withdraw': {
      const done = command(away, { type: 'decline', by, reason: 'withdrawn' });
      return done.ok ? { sandbox: done.sandbox, effect: 'withdrawn' } : { sandbox, effect: 'refused' };
    }
  }
}

function end(sandbox: Sandbox): Played {
  const contents: Record<string, DraftContent> = Object.fromEntries(
    sandbox.saved.map((id) => [id, { sent: [id], typing: '', done: true }]),
  );
  const done = command(sandbox, { type: 'end', by: ids.candidateId, contents, activeAt: sandbox.activeAt });
  if (!done.ok) return { sandbox, effect: 'refused' };
  const effect = stateOf(done.sandbox).status === 'submitted' ? 'ended_submitted' : 'ended_incomplete';
  return { sandbox: { ...done.sandbox, inside: false }, effect };
}

/** What is typed on a phone without a network is there when it comes back; an opening elsewhere begins with what is saved. */
function opened({ sandbox, ok }: Commanded, effect: Effect, saved: string[]): Played {
  if (!ok) return { sandbox, effect: 'refused' };
  const handed = [...saved, ...(effect === 'resumed' ? sandbox.onDevice : [])];
  const activeAt = sandbox.now.toISOString();
  return { sandbox: { ...sandbox, saved: handed, onDevice: [], online: true, inside: true, activeAt }, effect };
}

type Commanded = { sandbox: Sandbox; ok: boolean };

function command(sandbox: Sandbox, wanted: InterviewCommand): Commanded {
  const decided = decide(replay(sandbox.history), wanted, sandbox.now);
  if (!decided.ok) return { sandbox, ok: false };
  const from = sandbox.history.length + 1;
  const recorded = decided.value.map((event, i): Recorded => ({ version: from + i, event }));
  return { sandbox: { ...sandbox, history: [...sandbox.history, ...recorded] }, ok: true };
}

function stateOf({ history }: Sandbox): InterviewState {
  const state = replay(history);
  if (state === undefined) throw new Error('the sandbox begins with an invitation');
  return state;
}

function stepOf(sandbox: Sandbox, began: Date, move: Move | null, effect: Effect | null, before: number): SandboxStep {
  const { history, saved, onDevice, now } = sandbox;
  const wanted = copiesOf(history);
  if (wanted === undefined) throw new Error('the sandbox begins with an invitation');
  return {
    move,
    effect,
    hours: Math.round((now.getTime() - began.getTime()) / 360_000) / 10,
    saved: saved.length,
    onDevice: onDevice.length,
    asked: sandboxQuestions.length,
    events: history.slice(before).map(({ event }) => event.type),
    state: wanted.state,
    copies: wanted.values,
  };
}

/** The company's own windows, so that what is seen here is what would happen there. */
function termsOf(settings: Settings, now: Date): Terms {
  const questionIds = [...sandboxQuestions];
  return {
    questionIds,
    requiredIds: questionIds,
    answersNeeded: Math.max(1, Math.min(settings.answersNeeded ?? questionIds.length, questionIds.length)),
    attempts: settings.attempts,
    resumeWindowHours: settings.resumeWindowHours,
    graceMinutes: settings.graceMinutes,
    undoMinutes: settings.undoMinutes,
    reportMinutes: settings.reportMinutes,
    deadlineAt: plusHours(now.toISOString(), settings.deadlineHours),
  };
}
