import type { Output } from '#shared/contract/operations.ts';
import { emptyDraft } from '#shared/interview/answer.ts';
import type { Clip, DraftContent } from '#shared/interview/draft.ts';
import type { CallError } from '../api/call-error.ts';
import { isRefused, overCodes } from '../api/call-error.ts';
import type { Call } from '../api/caller.ts';
import { retrying } from '../api/retry.ts';
import { type Aside, asidesOf, givenUp, isSameAside } from './asides.ts';
import { type Autosave, createAutosave, type SaveState } from './autosave.ts';
import {
  finished,
  reopened,
  sendTyped,
  takeBack,
  typed,
  withClip,
  withoutClip,
  withSeconds,
  withTranscript,
} from './edits.ts';
import { type Endings, saveDraftWith } from './endings.ts';
import { askFollowUp } from './follow-up.ts';
import type { Journal } from './journal.ts';
import { leftHere, type Why, whyOver } from './over.ts';
import { restore, sameContent } from './restore.ts';
import type { Timers } from './timers.ts';

export type InterviewView = Output<'interview.get'>;
type Opened = { attempt: number; epoch: number };

export type RoomState =
  | { phase: 'loading' }
  | { phase: 'trouble'; error: CallError }
  /** Not in progress: another page's business. */
  | { phase: 'elsewhere'; view: InterviewView }
  /** 「是否继续上次未完成的面试?」 */
  | { phase: 'asking'; view: InterviewView; busy: boolean; error?: CallError }
  | { phase: 'open'; view: InterviewView; beside: Aside[] }
  /** Another device took over; nothing typed here is sent any more. */
  | { phase: 'superseded'; view: InterviewView }
  /** It takes no more answers. `left`: what was said here and is not in the answers the server has. */
  | { phase: 'over'; view: InterviewView; why: Why; left: Aside[] }
  /** An end was asked for; `endings` knows how far it is. */
  | { phase: 'ending'; view?: InterviewView };

export type RoomParts = {
  interviewId: string;
  /** The receipt of a start just made here: no question whether to continue. */
  opened?: Opened | undefined;
  call: Call;
  journal: Journal;
  endings: Endings;
  timers: Timers;
  newId(): string;
  onChange(): void;
  /** The conversation begins. */
  onOpen?(view: InterviewView): void;
  /** Seconds used of a timed answer; kept with it. */
  secondsOf?(questionId: string): number | undefined;
};

export type Room = ReturnType<typeof createRoom>;

/** One interview on this device, from opening the page to its end. */
export function createRoom(parts: RoomParts) {
  const { interviewId, opened, call, journal, endings, timers, newId, onChange, onOpen, secondsOf } = parts;
  let state: RoomState = { phase: 'loading' };
  let autosave: Autosave | undefined;
  let receipt = opened;
  let closed = false;

  function set(next: RoomState) {
    state = next;
    if (!closed) onChange();
  }

  const pause = (ms: number) => new Promise<void>((done) => void timers.set(done, ms));
  const look = (tries = 2) => retrying(() => call('interview.get', { params: { interviewId } }), { tries, pause });
  const left = (view: InterviewView) => leftHere(view, (id) => journal.read(interviewId, view.attempt, id));

  async function load() {
    if (endings.isPending(interviewId)) {
      set({ phase: 'ending' });
      endings.wake();
      return;
    }
    set({ phase: 'loading' });
    const got = await look();
    if (!got.ok) return set({ phase: 'trouble', error: got.error });
    const view = got.value;
    if (view.status !== 'in_progress') return left(view).length > 0 ? over(view) : set({ phase: 'elsewhere', view });
    if (receipt?.epoch !== view.epoch || receipt.attempt !== view.attempt)
      return set({ phase: 'asking', view, busy: false });
    await handInBeside(view);
    open(view);
  }

  const restoredFrom = ({ questions, epoch, attempt, drafts }: InterviewView) =>
    restore({
      questionIds: questions.map((question) => question.id),
      epoch,
      drafts,
      local: (questionId) => journal.read(interviewId, attempt, questionId),
    });

  /** What never left this device while another went on: the server keeps it beside, the device's own copy gives way now. */
  async function handInBeside(view: InterviewView) {
    for (const { questionId, content: typedHere } of restoredFrom(view).beside) {
      const number = journal.read(interviewId, view.attempt, questionId)?.number;
      if (number === undefined || view.beside.some((one) => isSameAside(one, { questionId, content: typedHere })))
        continue;
      const input = { attempt: view.attempt, number, content: typedHere };
      await retrying(() => saveDraftWith(call, interviewId)(questionId, input), { tries: 2, pause });
    }
  }

  function open(view: InterviewView) {
    const { attempt, epoch } = view;
    const old = givenUp(journal, view);
    const restored = restoredFrom(view);
    autosave = createAutosave({
      interviewId,
      attempt,
      epoch,
      entries: restored.entries,
      journal,
      timers,
      save: saveDraftWith(call, interviewId),
      onChange: afterSave,
    });
    const beside = asidesOf(view, restored, old);
    onOpen?.(view);
    set({ phase: 'open', view, beside });
    autosave.wake();
  }

  function over(view: InterviewView) {
    autosave?.close();
    receipt = undefined;
    const kept = left(view);
    if (kept.length === 0) journal.forget(interviewId, view.attempt + 1);
    set({ phase: 'over', view, why: whyOver(view), left: kept });
  }

  /** The server takes no more from here: where the interview stands now says why. */
  async function tellOver() {
    endings.forget(interviewId);
    const mine = 'view' in state ? state.view?.epoch : undefined;
    set({ phase: 'loading' });
    const got = await look();
    if (!got.ok) return set({ phase: 'trouble', error: got.error });
    const view = got.value;
    // A new attempt was begun on another device, or this one only carried on with an end it had kept.
    if (view.status === 'in_progress' && view.epoch !== mine)
      return mine === undefined ? load() : set({ phase: 'superseded', view });
    over(view);
  }

  /** On return: how long there is, and whether it is still in progress and still this device's. */
  async function refresh() {
    if (state.phase !== 'open') return;
    const got = await look(1);
    if (!got.ok || state.phase !== 'open') return;
    const view = got.value;
    if (view.status !== 'in_progress') return over(view);
    if (view.epoch > state.view.epoch) return set({ phase: 'superseded', view });
    set({ ...state, view });
  }

  function afterSave() {
    const stopped = autosave?.stopped();
    if (state.phase === 'open' && stopped === 'superseded') return set({ phase: 'superseded', view: state.view });
    if (state.phase === 'open' && stopped === 'over') return void tellOver();
    if (!closed) onChange();
  }

  const content = (questionId: string): DraftContent => autosave?.content(questionId) ?? emptyDraft;

  function edit(questionId: string, said: DraftContent, now: boolean) {
    const seconds = secondsOf?.(questionId);
    const next = seconds === undefined ? said : withSeconds(said, seconds);
    if (!sameContent(content(questionId), next)) autosave?.edit(questionId, next, now);
    else if (now) autosave?.wake();
  }

  return {
    state: () => state,
    load,
    content,
    saveState: (questionId: string): SaveState => autosave?.state(questionId) ?? { kind: 'saved', at: null },
    hasUnsaved: () => autosave?.hasUnsaved() ?? false,

    /** 「是」 or 「否」. The device that asks last is the one that goes on. */
    async choose(choice: 'continue' | 'restart') {
      if (state.phase !== 'asking' && state.phase !== 'superseded') return;
      const { view } = state;
      autosave?.close();
      set({ phase: 'asking', view, busy: true });
      const operationId = newId();
      const answer = await retrying(
        () => call('interview.resume', { params: { interviewId }, input: { operationId, choice } }),
        { pause },
      );
      if (answer.ok) {
        if (choice === 'restart') journal.forget(interviewId, answer.value.attempt);
        receipt = { attempt: answer.value.attempt, epoch: answer.value.epoch };
        return load();
      }
      // Too late to begin again may still be in time to go on.
      const late = choice === 'restart' && isRefused(answer.error, 'deadline_passed');
      if (isRefused(answer.error, ...overCodes) && !late) return tellOver();
      set({ phase: 'asking', view, busy: false, error: answer.error });
    },

    type: (questionId: string, text: string) => edit(questionId, typed(content(questionId), text), false),
    send: (questionId: string) => edit(questionId, sendTyped(content(questionId)), true),
    finish: (questionId: string) => edit(questionId, finished(content(questionId)), true),
    reopen: (questionId: string) => edit(questionId, reopened(content(questionId)), true),
    takeBack: (questionId: string, index: number) => edit(questionId, takeBack(content(questionId), index), true),
    addClip: (questionId: string, clip: Clip) => edit(questionId, withClip(content(questionId), clip), true),
    removeClip: (questionId: string, clipId: string) =>
      edit(questionId, withoutClip(content(questionId), clipId), true),
    confirmText: (questionId: string, clipId: string, text: string) =>
      edit(questionId, withTranscript(content(questionId), clipId, text), true),
    /** The time used is saved though nothing was said. */
    spend(questionId: string) {
      const seconds = secondsOf?.(questionId);
      if (seconds !== undefined) autosave?.edit(questionId, withSeconds(content(questionId), seconds));
    },

    /** After a question was finished: the interviewer may want to know more, and the question is open again. */
    async followUp(questionId: string): Promise<boolean> {
      const question = state.phase === 'open' && state.view.questions.find(({ id }) => id === questionId);
      if (!question || !autosave || state.phase !== 'open') return false;
      const { attempt } = state.view;
      const asked = await askFollowUp({ interviewId, attempt, question, autosave, call, timers });
      if (asked === null || state.phase !== 'open') return false;
      const questions = state.view.questions.map((one) =>
        one.id === questionId ? { ...one, asked: [...one.asked, asked] } : one,
      );
      set({ ...state, view: { ...state.view, questions } });
      edit(questionId, reopened(content(questionId)), true);
      return true;
    },

    /** The candidate withdraws. The answer says why it could not be done. */
    async giveUp(): Promise<CallError | undefined> {
      const operationId = newId();
      const input = { operationId, reason: 'withdrawn' as const };
      const answer = await retrying(() => call('interview.decline', { params: { interviewId }, input }), { pause });
      if (!answer.ok && !isRefused(answer.error, ...overCodes)) return answer.error;
      await tellOver();
      return undefined;
    },

    /** Confirmed: saves, waits for `ready`, ends, syncs. Goes on by itself when the page is left. */
    end(ready?: Promise<unknown>) {
      if (state.phase !== 'open' || !autosave) return;
      const { view } = state;
      set({ phase: 'ending', view });
      void endings.start({ interviewId, attempt: view.attempt, epoch: view.epoch }, autosave, ready);
    },

    /** What would not end goes back to the conversation. */
    backFromEnding() {
      endings.forget(interviewId);
      if (state.phase === 'ending' && state.view && autosave && !autosave.stopped()) {
        set({ phase: 'open', view: state.view, beside: [] });
        return void refresh();
      }
      receipt = undefined;
      return void load();
    },

    /** Puts a card of another device's text away; the server keeps it. */
    dismiss(aside: Aside) {
      if (aside.attempt !== undefined) journal.drop(interviewId, aside.attempt, aside.questionId);
      if (state.phase === 'open') set({ ...state, beside: state.beside.filter((one) => one !== aside) });
    },

    tellOver,
    refresh,
    /** The page is back, or the network: sends what waits and asks how things stand. */
    wake() {
      autosave?.wake();
      void refresh();
    },
    /** The page is being hidden or closed: to the device at once, to the server if there is time. */
    hide: () => autosave?.wake(),
    /** The page is gone; what is unsaved goes on being saved. */
    close() {
      closed = true;
      autosave?.wake();
    },
    /** Another room takes its place: this one sends nothing more. */
    leave() {
      closed = true;
      autosave?.close();
    },
  };
}
