import { inThread } from '#functions/adapters/thread.ts';
import { decodeSound } from './decode-sound.ts';
import { type SoundLimits, type SoundResult, soundLimits } from './sound.ts';

/** `mime` is what the sender called it, and is not believed. */
type Recording = { bytes: Uint8Array; mime: string };
type Work = { bytes: Uint8Array; limits: SoundLimits };

const listen = /* @__PURE__ */ inThread({
  script: () => import.meta.url,
  name: 'mianliao/read-sound',
  /** For the codecs' JavaScript. Their WebAssembly memory is not counted here, but fixed or bounded by a packet's size. */
  heapMegabytes: 128,
  run({ bytes, limits }: Work): Promise<SoundResult> {
    // One of the codecs reports every broken frame here.
    console.error = () => undefined;
    return decodeSound(bytes, limits);
  },
  hands: (result) => (result.ok ? [result.sound.energies.buffer as ArrayBuffer] : []),
});

/** What can be heard in a recording. Never throws for anything in the bytes, and answers within `limits.milliseconds`. */
export async function readSound({ bytes }: Recording, limits: SoundLimits = soundLimits): Promise<SoundResult> {
  if (bytes.length > limits.bytes) return { ok: false, code: 'too_large' };
  const ended = await listen({ bytes, limits }, limits.milliseconds);
  if (ended === 'timed_out') return { ok: false, code: 'timed_out' };
  return ended === 'out_of_memory' ? { ok: false, code: 'unreadable' } : ended.answer;
}
