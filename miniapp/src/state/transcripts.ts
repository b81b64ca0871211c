import type { Output } from '#shared/contract/operations.ts';
import type { Call } from '../api/caller.ts';
import type { Timers } from './timers.ts';

type ClipView = Output<'interview.get'>['clips'][number];
export type Heard = Pick<ClipView, 'state' | 'transcript'>;

type Parts = { interviewId: string; call: Call; timers: Timers; onChange(): void };

const firstMs = 1200;
const longestMs = 8000;
/** Some ten minutes: a recogniser that takes longer is told on return. */
const mostLooks = 80;

/** What was heard in the clips that were handed in. Asks until it is known. */
export function createTranscripts({ interviewId, call, timers, onChange }: Parts) {
  const heard = new Map<string, Heard>();
  const asking = new Set<string>();
  let closed = false;

  function ask(clipId: string, looks: number) {
    const wait = Math.min(longestMs, firstMs * 1.3 ** looks);
    timers.set(async () => {
      if (closed) return;
      const got = await call('clip.get', { params: { interviewId, clipId } });
      if (closed) return;
      if (got.ok) {
        const { state, transcript } = got.value;
        heard.set(clipId, { state, transcript });
        onChange();
        if (state !== 'transcribing') return void asking.delete(clipId);
      }
      if (looks < mostLooks) ask(clipId, looks + 1);
      else asking.delete(clipId);
    }, wait);
  }

  return {
    of: (clipId: string): Heard | undefined => heard.get(clipId),
    learn(clips: ClipView[]) {
      for (const { clipId, state, transcript } of clips) heard.set(clipId, { state, transcript });
    },
    /** Asks about a clip that was handed in, until it is known what was heard. */
    watch(clipId: string) {
      const known = heard.get(clipId);
      if (asking.has(clipId) || (known && known.state !== 'transcribing')) return;
      asking.add(clipId);
      ask(clipId, 0);
    },
    close() {
      closed = true;
    },
  };
}
