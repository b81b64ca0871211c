import { emptyDraft } from '#shared/interview/answer.ts';
import type { Output } from '#shared/contract/operations.ts';
import type { DraftContent } from '#shared/interview/draft.ts';
import type { CallError } from '../api/call-error.ts';
import { isRefused } from '../api/call-error.ts';
import type { Call } from '../api/caller.ts';
import { retrying } from '../api/retry.ts';
import { type Autosave, createAutosave, type SaveState } from './autosave.ts';
import { finished, reopened, sendTyped, takeBack, typed } from './edits.ts';
import { type Endings, saveDraftWith } from './endings.ts';
import type { Journal } from './journal.ts';
import { restore, sameContent } from './restore.ts';
import type { Timers } from './timers.ts';

export type InterviewView = Output<'interview.get'>;
type Opened = { attempt: number; epoch: number };
export type Aside = { questionId: string; content: DraftContent; here: boolean };

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
  /** An end was asked for; `endings` knows how far it is. */
  | { phase: 'ending'; view?: InterviewView };

type Parts = {
  interviewId: string;
  /** The receipt of a start just made here: no question whether to continue. */
  opened?: Opened | undefined;
  call: Call;
  journal: Journal;
  endings: Endings;
  timers: Timers;
  newId(): string;
  onChange(): void;
};

export type Room = ReturnType<typeof createRoom>;

/** One interview on this device, from opening the page to its end. */
export function createRoom({ interviewId, opened, call, journal, endings, timers, newId, onChange }: Parts) {
  let state: RoomState = { phase: 'loading' };
  let autosave: Autosave | undefined;
  let receipt = opened;
  let closed = false;

  function set(next: RoomState) {
    state = next;
    if (!closed) onChange();
  }

  async function load() {
    if (endings.isPending(interviewId)) {
      set({ phase: 'ending' });
      endings.wake();
      return;
    }
    set({ phase: 'loading' });
    const got = await retrying(() => call('interview.get', { params: { interviewId } }), { tries: 2 });
    if (!got.ok) return set({ phase: 'trouble', error: got.error });
    const view = got.value;
    if (view.status !== 'in_progress') return set({ phase: 'elsewhere', view });
    if (receipt?.epoch !== view.epoch || receipt.attempt !== view.attempt)
      return set({ phase: 'asking', view, busy: false });
    open(view);
  }

  function open(view: InterviewView) {
    const { attempt, epoch } = view;
    journal.forget(interviewId, attempt);
    const restored = restore({
      questionIds: view.questions.map((question) => question.id),
      epoch,
      drafts: view.drafts,
      local: (questionId) => journal.read(interviewId, attempt, questionId),
    });
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
    const beside = [
      ...view.beside.map((aside) => ({ ...aside, here: false })),
      ...restored.beside.map((aside) => ({ ...aside, here: true })),
    ].filter(
      ({ questionId, content: other }) => !sameContent(other, restored.entries[questionId]?.content ?? emptyDraft),
    );
    set({ phase: 'open', view, beside });
    autosave.wake();
  }

  function afterSave() {
    const stopped = autosave?.stopped();
    if (state.phase === 'open' && stopped === 'superseded') return set({ phase: 'superseded', view: state.view });
    if (state.phase === 'open' && stopped === 'interview_ended') {
      receipt = undefined;
      return void load();
    }
    if (!closed) onChange();
  }

  const content = (questionId: string): DraftContent => autosave?.content(questionId) ?? emptyDraft;

  function edit(questionId: string, next: DraftContent, now: boolean) {
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
      const answer = await retrying(() =>
        call('interview.resume', { params: { interviewId }, input: { operationId, choice } }),
      );
      if (answer.ok) {
        receipt = { attempt: answer.value.attempt, epoch: answer.value.epoch };
        return load();
      }
      if (isRefused(answer.error, 'interview_ended', 'interview_closed')) return load();
      set({ phase: 'asking', view, busy: false, error: answer.error });
    },

    type: (questionId: string, text: string) => edit(questionId, typed(content(questionId), text), false),
    send: (questionId: string) => edit(questionId, sendTyped(content(questionId)), true),
    finish: (questionId: string) => edit(questionId, finished(content(questionId)), true),
    reopen: (questionId: string) => edit(questionId, reopened(content(questionId)), true),
    takeBack: (questionId: string, index: number) => edit(questionId, takeBack(content(questionId), index), true),

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
        return set({ phase: 'open', view: state.view, beside: [] });
      }
      receipt = undefined;
      return void load();
    },

    /** Puts a card of another device's text away; the server keeps it. */
    dismiss(aside: Aside) {
      if (state.phase === 'open') set({ ...state, beside: state.beside.filter((one) => one !== aside) });
    },

    wake: () => autosave?.wake(),
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
