import { clipsOf } from '#shared/interview/answer.ts';
import type { Clip, DraftContent } from '#shared/interview/draft.ts';
import { clipKey } from './clip-journal.ts';
import { canFinish } from './edits.ts';
import { retakesUsed } from './made-clip.ts';
import { createQuestionClock } from './question-clock.ts';
import { createRecordings } from './recordings.ts';
import { createRoom, type InterviewView, type RoomParts } from './room.ts';
import { createTranscripts, type Heard } from './transcripts.ts';
import type { ClipState } from './upload-lane.ts';
import type { Uploads } from './uploads.ts';

type Parts = Omit<RoomParts, 'onOpen' | 'secondsOf'> & {
  uploads: Uploads;
  /** Milliseconds of a clock that only runs forward. */
  now(): number;
};

/** `elsewhere`: recorded on another device, which has still to hand it in. */
export type ShownClip = ClipState | { kind: 'elsewhere' };

export type Sitting = ReturnType<typeof createSitting>;

/** One interview on this device: the conversation, what is recorded in it, what was heard, and the time it takes. */
export function createSitting({ uploads, now, ...parts }: Parts) {
  const { interviewId, call, timers } = parts;
  const room = createRoom({ ...parts, onChange, onOpen, secondsOf: (id) => clock.seconds(id) });
  const transcripts = createTranscripts({ interviewId, call, timers, onChange });
  const clock = createQuestionClock({
    now,
    kept: (id) => room.content(id).seconds ?? 0,
    begun: (id) => canFinish(room.content(id)) || room.content(id).done || (room.content(id).seconds ?? 0) > 0,
    onDue: (id) => room.spend(id),
  });
  const recordings = createRecordings({ interviewId, uploads, now, onChange, onClip: room.addClip });
  const handedIn = new Set<string>();
  const unsubscribe = uploads.subscribe(onUpload);

  function onChange() {
    const state = room.state();
    // Nothing is recorded for a conversation that goes on elsewhere; what there was is kept.
    if (state.phase === 'superseded' || state.phase === 'over') recordings.leave();
    if (state.phase === 'over') uploads.forget(interviewId, state.view.attempt, true);
    parts.onChange();
  }

  const view = (): InterviewView | undefined => {
    const state = room.state();
    return 'view' in state ? state.view : undefined;
  };
  const clips = (): Clip[] => view()?.questions.flatMap(({ id }) => clipsOf(room.content(id))) ?? [];
  const keyOf = (clipId: string) => clipKey({ interviewId, attempt: view()?.attempt ?? 0, clipId });

  function onOpen(opened: InterviewView) {
    const { attempt, epoch, drafts } = opened;
    uploads.forget(interviewId, attempt);
    for (const { clipId } of opened.clips) handedIn.add(clipId);
    transcripts.learn(opened.clips);
    const inDrafts = drafts.flatMap(({ content }) => clipsOf(content)).map(({ clipId }) => clipId);
    recordings.open({ attempt, epoch, known: [...handedIn, ...inDrafts] });
    for (const clip of opened.clips) if (inDrafts.includes(clip.clipId)) listen(opened, clip.clipId);
  }

  function listen({ recognition }: InterviewView, clipId: string) {
    if (recognition) transcripts.watch(clipId);
  }

  /** What was just handed in is being written down. */
  function onUpload() {
    const state = room.state();
    if (state.phase === 'open') {
      for (const { clipId, kind } of clips()) {
        if (handedIn.has(clipId) || uploads.state(keyOf(clipId))?.kind !== 'saved') continue;
        handedIn.add(clipId);
        if (kind !== 'file') listen(state.view, clipId);
      }
    }
    onChange();
  }

  /** What was heard of a clip and is still to be read by the candidate. */
  function unread(clip: Clip): string | undefined {
    const heard = transcripts.of(clip.clipId);
    return clip.text === undefined && heard?.state === 'ready' ? heard.transcript?.text : undefined;
  }

  function clipState(clip: Clip): ShownClip {
    const here = uploads.state(keyOf(clip.clipId));
    if (here && here.kind !== 'lost') return here;
    return handedIn.has(clip.clipId) ? { kind: 'saved' } : (here ?? { kind: 'elsewhere' });
  }

  /** Numbers, from 1, of the questions with such a clip in their answer. */
  const questionsWith = (such: (clip: Clip) => boolean): number[] =>
    view()?.questions.flatMap(({ id }, index) => (clipsOf(room.content(id)).some(such) ? [index + 1] : [])) ?? [];

  return {
    room,
    recordings,
    transcripts,
    clock,
    clipState,
    heard: (clip: Clip): Heard | undefined => transcripts.of(clip.clipId),
    unread,
    /** Something was heard there that the candidate has not read. */
    unreadQuestions: () => questionsWith((clip) => unread(clip) !== undefined),
    /** Something there will not arrive as it is. */
    failedQuestions: () => questionsWith((clip) => ['refused', 'lost'].includes(clipState(clip).kind)),
    bytes: (clip: Clip) => uploads.bytes(keyOf(clip.clipId)),
    retryUpload: (clip: Clip) => uploads.retry(keyOf(clip.clipId)),
    pending: () => uploads.pending(interviewId),
    broken: () => recordings.recovered(clips().map(({ clipId }) => clipId)),

    retakesLeft(questionId: string): number {
      const now = view();
      const question = now?.questions.find(({ id }) => id === questionId);
      if (!now || !question) return 0;
      const inAnswer = clipsOf(room.content(questionId)).map(({ clipId }) => clipId);
      const before = now.attempt === 1 ? now.clips : [];
      const here = uploads.records(interviewId, now.attempt);
      return Math.max(0, question.retakes - retakesUsed(questionId, before, here, inAnswer));
    },
    /** Out of the answer first: what is in an answer is never thrown away. */
    removeClip(questionId: string, clipId: string): void {
      room.removeClip(questionId, clipId);
      recordings.discard(clipId);
    },

    /** 「完成本题」: what is being said is kept first, and what was shown as heard counts as it was shown. */
    async finish(questionId: string): Promise<DraftContent> {
      await recordings.stop();
      for (const clip of clipsOf(room.content(questionId))) {
        const text = unread(clip);
        if (text !== undefined) room.confirmText(questionId, clip.clipId, text);
      }
      room.finish(questionId);
      return room.content(questionId);
    },

    hide() {
      room.hide();
    },
    close() {
      recordings.leave();
      transcripts.close();
      unsubscribe();
      room.close();
    },
    leave() {
      recordings.leave();
      transcripts.close();
      unsubscribe();
      room.leave();
    },
  };
}
