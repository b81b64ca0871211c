import type { CreateRecorder } from '../recorder.ts';
import { closeMedia, codeOf, openMedia } from './media-error.ts';
import { records, startTake } from './take.ts';

const type = 'audio/webm;codecs=opus';
const bitsPerSecond = 48_000;
let busy = false;

export const createRecorder: CreateRecorder = (events) => {
  let take: ReturnType<typeof startTake> | undefined;
  let asked: 'stop' | 'cancel' | undefined;

  async function start(maxSeconds: number): Promise<void> {
    if (!records(type)) return events.onError('absent');
    if (busy) return events.onError('busy');
    busy = true;
    asked = undefined;
    let stream: MediaStream | undefined;
    try {
      const audio = { channelCount: 1, echoCancellation: true, noiseSuppression: true, autoGainControl: true };
      const opened = await openMedia({ audio });
      stream = opened;
      take = startTake({ stream: opened, type, bitsPerSecond, maxSeconds, events }, () => {
        closeMedia(opened);
        busy = false;
        take = undefined;
      });
      // Let go while the browser was still asking for the permission.
      if (asked === 'stop') take.stop();
      else if (asked === 'cancel') take.cancel();
    } catch (error) {
      closeMedia(stream);
      busy = false;
      if (asked !== 'cancel') events.onError(codeOf(error));
    }
  }

  return {
    mime: 'audio/webm',
    levels: true,
    start: (maxSeconds) => void start(maxSeconds),
    stop() {
      asked = 'stop';
      take?.stop();
    },
    cancel() {
      asked = 'cancel';
      take?.cancel();
    },
    resume: () => take?.resume(),
  };
};
