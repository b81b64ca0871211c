/** What a test can ask of the platform's modules, the same in the mini-program and in a browser. */
import type { Blobs } from '../../../miniapp/src/platform/blobs.ts';
import type { AddToCalendar } from '../../../miniapp/src/platform/calendar.ts';
import type { Capture, CaptureEvents } from '../../../miniapp/src/platform/capture.ts';
import type { ReadDeviceFacts } from '../../../miniapp/src/platform/device-facts.ts';
import type { GuardLeaving } from '../../../miniapp/src/platform/leaving.ts';
import type { PickedFile, PickFile } from '../../../miniapp/src/platform/pick-file.ts';
import type { CreatePlayer } from '../../../miniapp/src/platform/player.ts';
import type { Authorise, OpenSettings, PermissionOf, Sense } from '../../../miniapp/src/platform/privacy.ts';
import type { UploadOne } from '../../../miniapp/src/platform/upload.ts';

export type Platform = {
  createRecorder: (events: CaptureEvents) => Capture;
  camera: (events: CaptureEvents) => Capture;
  blobs: Blobs;
  upload: UploadOne;
  pickFile: PickFile;
  createPlayer: CreatePlayer;
  authorise: Authorise;
  permissionOf: PermissionOf;
  openSettings: OpenSettings;
  readDeviceFacts: ReadDeviceFacts;
  addToCalendar: AddToCalendar;
  guardLeaving: GuardLeaving;
};

export type Line = { said: string } & Record<string, unknown>;
type Arguments = Record<string, unknown>;

/** @param say tells the test one line */
export function createCommands(platform: Platform, say: (line: Line) => void) {
  const chunks: ArrayBuffer[] = [];
  let levels: number[] = [];
  let captures: Capture[] = [];
  let picked: PickedFile | undefined;
  let letGo: (() => void) | undefined;

  const events = (): CaptureEvents => ({
    onStarted: () => say({ said: 'started' }),
    onChunk: (bytes, last) => {
      chunks.push(bytes);
      say({ said: 'chunk', bytes: bytes.byteLength, last });
    },
    onLevel: (level) => void levels.push(level),
    onInterrupted: () => say({ said: 'interrupted' }),
    onError: (code) => say({ said: 'error', code }),
    onStop: ({ seconds }) => say({ said: 'stopped', seconds }),
  });
  const player = () =>
    platform.createPlayer({
      onPlaying: (playing) => say({ said: 'playing', playing }),
      onEnded: () => say({ said: 'ended' }),
      onError: () => say({ said: 'playerError' }),
    });
  const latest = () => captures.at(-1);

  const commands: Record<string, (given: Arguments) => unknown> = {
    record: ({ most }) => {
      const recorder = platform.createRecorder(events());
      captures = [...captures, recorder];
      recorder.start(Number(most ?? 60));
    },
    film: ({ most }) => {
      const camera = platform.camera(events());
      captures = [...captures, camera];
      camera.start(Number(most ?? 60));
    },
    stop: () => latest()?.stop(),
    cancel: () => latest()?.cancel(),
    resume: () => latest()?.resume(),
    levels: () => {
      const told = levels;
      levels = [];
      return { count: told.length, most: Math.max(0, ...told) };
    },
    keep: async ({ prefix }) => {
      const kept = [];
      for (const [index, bytes] of chunks.entries()) kept.push(await platform.blobs.put(`${prefix}/${index}`, bytes));
      return kept;
    },
    put: ({ key, size }) => platform.blobs.put(String(key), new Uint8Array(Number(size)).fill(7).buffer),
    get: async ({ key }) => (await platform.blobs.get(String(key)))?.byteLength ?? null,
    remove: ({ key }) => platform.blobs.remove(String(key)).then(() => null),
    keys: ({ prefix }) => platform.blobs.keys(String(prefix)),
    send: async ({ url, key, bytes, mime }) => {
      const progress: number[] = [];
      const content = key === undefined ? { bytes: new Uint8Array(Number(bytes)).buffer } : { key: String(key) };
      const result = await platform.upload({
        url: String(url),
        fields: { key: 'c/1', policy: 'p' },
        content,
        mime: String(mime ?? 'audio/mpeg'),
        onProgress: (done) => void progress.push(done),
      });
      return { ...result, progress: progress.at(-1) ?? null };
    },
    pick: async ({ mimes, maxBytes }) => {
      const answer = await platform.pickFile({ mimes: mimes as string[], maxBytes: Number(maxBytes) });
      if (!answer.ok) return answer.reason;
      picked = answer.file;
      const { name, mime, size } = picked;
      return { name, mime, size };
    },
    read: async ({ position, length }) => {
      const bytes = await picked?.read(Number(position), Number(length));
      return bytes && [...new Uint8Array(bytes)];
    },
    play: ({ mime }) =>
      player()
        .play({ chunks, mime: String(mime) })
        .then(() => null),
    authorise: ({ what }) => platform.authorise(what as Sense),
    permission: ({ what }) => platform.permissionOf(what as Sense),
    settings: () => platform.openSettings(),
    facts: () => platform.readDeviceFacts(),
    calendar: () =>
      platform.addToCalendar(
        {
          title: '面试,销售代表',
          startsAt: '2026-11-24T06:00:00Z',
          endsAt: '2026-11-24T06:40:00Z',
          remindBefore: 60,
        },
        async () => 'BEGIN:VCALENDAR\r\nSUMMARY:面试\\,销售代表\r\nEND:VCALENDAR\r\n',
      ),
    guard: () => {
      letGo = platform.guardLeaving({ message: '离开吗?', ask: () => say({ said: 'asked' }) });
    },
    letGo: () => letGo?.(),
  };

  return async (name: string, given: Arguments): Promise<void> => {
    try {
      say({ said: name, result: (await commands[name]?.(given)) ?? null });
    } catch (error) {
      say({ said: name, thrown: error instanceof Error ? error.message : JSON.stringify(error) });
    }
  };
}
