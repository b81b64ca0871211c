import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { decodeSound } from './decode-sound.ts';
import { type SoundLimits, type SoundResult, soundLimits } from './sound.ts';

/** `mime` is what the sender called it, and is not believed. */
type Recording = { bytes: Uint8Array; mime: string };

type ReadSound = (recording: Recording, limits?: SoundLimits) => Promise<SoundResult>;

/** For the codecs' JavaScript. Their WebAssembly memory is not counted here, but fixed or bounded by a packet's size. */
const heapMegabytes = 128;
const task = 'mianliao/read-sound';

type Task = { task: typeof task; bytes: Uint8Array; limits: SoundLimits };

/**
 * What can be heard in a recording. Never throws for anything in the bytes, and answers within `limits.milliseconds`: the
 * codecs run in a thread that is ended then. `bytes` are copied to it.
 *
 * A function is deployed as one file, so the thread is this very file, or the bundle that it became a part of: there,
 * making this constant is what sets it to work. In the main thread nothing happens before a call, so a bundle that does
 * not use it drops it, codecs and all; that is what the annotation is for.
 */
export const readSound: ReadSound = /* @__PURE__ */ soundReader();

function soundReader(): ReadSound {
  if (isMainThread || !isTask(workerData)) return readInThread;
  void answer(workerData);
  // Whatever else the bundle holds, it must not begin to read in here.
  return () => new Promise(() => undefined);
}

function readInThread({ bytes }: Recording, limits = soundLimits): Promise<SoundResult> {
  if (bytes.length > limits.bytes) return Promise.resolve({ ok: false, code: 'too_large' });
  return new Promise((resolve, reject) => {
    const data: Task = { task, bytes, limits };
    const worker = new Worker(new URL(import.meta.url), {
      workerData: data,
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
    });
    const settle = (result: SoundResult) => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(result);
    };
    const timer = setTimeout(() => settle({ ok: false, code: 'timed_out' }), limits.milliseconds);
    worker.once('message', settle);
    worker.once('error', (fault) => {
      // Anything but too little memory is a fault of ours, not of the recording.
      if (isOutOfMemory(fault)) return settle({ ok: false, code: 'unreadable' });
      clearTimeout(timer);
      reject(fault);
    });
    worker.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`the thread that listens ended with ${code} and no answer`));
    });
  });
}

async function answer({ bytes, limits }: Task): Promise<void> {
  // One of the codecs reports every broken frame here.
  console.error = () => undefined;
  const result = await decodeSound(bytes, limits);
  parentPort?.postMessage(result, result.ok ? [result.sound.energies.buffer as ArrayBuffer] : []);
  process.exit();
}

function isTask(data: unknown): data is Task {
  return typeof data === 'object' && data !== null && 'task' in data && data.task === task;
}

const isOutOfMemory = (fault: unknown): boolean =>
  fault instanceof Error && 'code' in fault && fault.code === 'ERR_WORKER_OUT_OF_MEMORY';
