import type { Clip } from '#shared/interview/draft.ts';
import { type MediaKind, mediaLimits } from '#shared/interview/media.ts';
import type { Capture, CaptureError, CaptureEvents } from '../platform/capture.ts';
import type { PickedFile } from '../platform/pick-file.ts';
import { type ClipRecord, clipKey } from './clip-journal.ts';
import { clipOf, newRecord, nextClipId } from './made-clip.ts';
import type { Uploads } from './uploads.ts';

export type Recording =
  | { phase: 'idle'; note?: Note }
  | { phase: 'starting' | 'recording' | 'interrupted' | 'stopping'; questionId: string; kind: 'voice' | 'video' };

/** Why a recording did not come about or ended by itself. `short`: too short to hear; `most`: as long as one may be. */
export type Note = { code: CaptureError | 'short' | 'most'; questionId: string };

type Opening = {
  attempt: number;
  epoch: number;
  /** Ids of clips that the server or the answers know of this opening. */
  known: string[];
};

type Parts = {
  interviewId: string;
  uploads: Uploads;
  /** Milliseconds of a clock that only runs forward. */
  now(): number;
  /** A recording or file is whole: it enters the answer. */
  onClip(questionId: string, clip: Clip): void;
  onChange(): void;
};

const shortestSeconds = 1;

export type Recordings = ReturnType<typeof createRecordings>;

/** What is recorded on this page, one at a time. A recording is kept piece by piece while it is made. */
export function createRecordings({ interviewId, uploads, now, onClip, onChange }: Parts) {
  let state: Recording = { phase: 'idle' };
  let opening: Opening | undefined;
  let capture: Mimed | undefined;
  /** Grows with every recording: what an earlier one still tells is not heard. */
  let turn = 0;
  let record: ClipRecord | undefined;
  let base = 0;
  let since: number | undefined;
  let level = 0;
  let waiters: (() => void)[] = [];
  const levelListeners = new Set<(level: number) => void>();

  function set(next: Recording) {
    state = next;
    if (next.phase === 'idle') {
      capture = undefined;
      record = undefined;
      since = undefined;
      const due = waiters;
      waiters = [];
      for (const done of due) done();
    }
    onChange();
  }

  const seconds = () => base + (since === undefined ? 0 : (now() - since) / 1000);

  function recordOf({ attempt, epoch, known }: Opening, questionId: string, kind: MediaKind, mime: string): ClipRecord {
    const ids = [...known, ...uploads.records(interviewId, attempt).map(({ clipId }) => clipId)];
    return newRecord({ interviewId, attempt, questionId, clipId: nextClipId(epoch, ids), kind, mime });
  }

  /** Whole: it goes into the answer, or away where there is nothing in it. */
  async function keep(key: string, length: number, mine: number, note?: Note) {
    set({ ...state, phase: 'stopping' } as Recording);
    const whole = await uploads.finish(key, length);
    if (whole.stage === 'discarded') return;
    const clip = clipOf(whole);
    const questionId = whole.questionId;
    const short = clip === undefined || (whole.kind !== 'file' && length < shortestSeconds);
    if (short) uploads.discard(key);
    else onClip(questionId, clip);
    if (mine !== turn) return;
    const said = note ?? (short ? { code: 'short' as const, questionId } : undefined);
    set(said === undefined ? { phase: 'idle' } : { phase: 'idle', note: said });
  }

  function eventsOf(questionId: string, kind: 'voice' | 'video', from: Opening, mine: number): CaptureEvents {
    const heard = () => mine === turn;
    let key: string | undefined;
    const begin = () => {
      if (key !== undefined) return key;
      record = recordOf(from, questionId, kind, capture?.mime ?? '');
      key = clipKey(record);
      uploads.begin(record);
      return key;
    };
    return {
      onStarted() {
        if (!heard()) return;
        begin();
        since = now();
        set({ phase: 'recording', questionId, kind });
      },
      onChunk(bytes) {
        if (heard() && bytes.byteLength > 0) void uploads.add(begin(), bytes, seconds());
      },
      onLevel(told) {
        if (!heard()) return;
        level = told;
        for (const tell of levelListeners) tell(level);
      },
      onInterrupted() {
        if (!heard() || state.phase !== 'recording') return;
        base = seconds();
        since = undefined;
        uploads.interrupted(begin());
        set({ phase: 'interrupted', questionId, kind });
      },
      onStop({ seconds: length }) {
        const most = mediaLimits.seconds[kind];
        const note: Note | undefined = length >= most - 1 ? { code: 'most', questionId } : undefined;
        if (heard()) void keep(begin(), Math.min(length, most), mine, note);
      },
      onError(code) {
        if (!heard()) return;
        const note: Note = { code, questionId };
        // What was given before stays good.
        if (key !== undefined && seconds() >= shortestSeconds) void keep(key, seconds(), mine, note);
        else {
          if (key !== undefined) uploads.discard(key);
          set({ phase: 'idle', note });
        }
      },
    };
  }

  return {
    state: () => state,
    seconds,
    onLevel(listener: (level: number) => void) {
      levelListeners.add(listener);
      return () => void levelListeners.delete(listener);
    },

    /** The conversation is open: from now on recordings belong to this opening. */
    open: (next: Opening) => {
      opening = next;
      void uploads.recover(interviewId).then(onChange);
    },

    /** `make`: the microphone, or the camera whose picture is on the screen. */
    start(questionId: string, kind: 'voice' | 'video', make: (events: CaptureEvents) => Mimed, most?: number): void {
      if (!opening || state.phase !== 'idle') return;
      const mine = ++turn;
      base = 0;
      since = undefined;
      state = { phase: 'starting', questionId, kind };
      const made = make(eventsOf(questionId, kind, opening, mine));
      capture = made;
      set(state);
      made.start(Math.min(most ?? Number.POSITIVE_INFINITY, mediaLimits.seconds[kind]));
    },

    /** Answers when it is in the answer, or away. */
    stop(): Promise<void> {
      if (state.phase === 'idle') return Promise.resolve();
      const done = new Promise<void>((resolve) => waiters.push(resolve));
      if (state.phase === 'starting') this.cancel();
      if (state.phase === 'recording' || state.phase === 'interrupted') {
        base = seconds();
        since = undefined;
        set({ ...state, phase: 'stopping' });
        capture?.stop();
      }
      return done;
    },

    cancel(): void {
      if (state.phase === 'idle' || state.phase === 'stopping') return;
      turn++;
      capture?.cancel();
      if (record) uploads.discard(clipKey(record));
      set({ phase: 'idle' });
    },

    resume(): void {
      if (state.phase !== 'interrupted') return;
      since = now();
      set({ ...state, phase: 'recording' });
      capture?.resume();
    },

    /** What went wrong before anything was recorded. */
    tell(note: Note): void {
      if (state.phase === 'idle') set({ phase: 'idle', note });
    },
    clearNote(): void {
      if (state.phase === 'idle' && state.note) set({ phase: 'idle' });
    },

    /** A file goes the way of a recording. False where the device has no room to read it. */
    async addFile(questionId: string, file: PickedFile): Promise<boolean> {
      if (!opening) return false;
      const made = { ...recordOf(opening, questionId, 'file', file.mime), name: file.name.slice(-120) };
      const key = clipKey(made);
      uploads.begin(made);
      try {
        for (let at = 0; at < file.size; at += mediaLimits.partBytes.file) {
          const length = Math.min(mediaLimits.partBytes.file, file.size - at);
          await uploads.add(key, await file.read(at, length), 0);
        }
      } catch {
        uploads.discard(key);
        return false;
      }
      const clip = clipOf(await uploads.finish(key, 0));
      if (clip) onClip(questionId, clip);
      return clip !== undefined;
    },

    /** Kept on this device and in no answer: what the end of the app broke off. `inAnswer`: ids of clips that are in one. */
    recovered(inAnswer: string[]): ClipRecord[] {
      if (!opening) return [];
      return uploads
        .records(interviewId, opening.attempt)
        .filter(
          (one) =>
            one.stage !== 'discarded' &&
            one.parts.length > 0 &&
            one.clipId !== record?.clipId &&
            !inAnswer.includes(one.clipId) &&
            (one.kind === 'file' ? one.stage !== 'open' : one.seconds >= shortestSeconds),
        );
    },

    /** What was broken off becomes part of the answer. */
    async adopt(broken: ClipRecord): Promise<void> {
      const whole = await uploads.finish(clipKey(broken), broken.seconds);
      const clip = clipOf(whole);
      if (clip) onClip(whole.questionId, clip);
      onChange();
    },

    /** Taken out of the answer, or not wanted after all. */
    discard(clipId: string): void {
      if (!opening) return;
      uploads.discard(clipKey({ interviewId, attempt: opening.attempt, clipId }), true);
      onChange();
    },

    /** The page goes: what was recorded so far is offered on return. */
    leave(): void {
      if (state.phase === 'starting') this.cancel();
      else void this.stop();
    },
  };
}

/** A capture that says what it makes. */
export type Mimed = Capture & { readonly mime: string };
