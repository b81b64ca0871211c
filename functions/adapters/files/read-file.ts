import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { FileLimits, FileResult, GivenFile } from './file.ts';
import { fileLimits } from './limits.ts';
import { parseFile } from './parse-file.ts';

type ReadFile = (file: GivenFile, limits?: FileLimits) => Promise<FileResult>;

const heapMegabytes = 256;
const task = 'mianliao/read-file';
type Task = { task: typeof task; file: GivenFile; limits: FileLimits };

/**
 * What is in a file somebody handed in. Never throws for anything in the bytes, and answers within `limits.milliseconds`:
 * the readers run in a thread of little memory that is ended then. `bytes` are copied to it.
 *
 * As adapters/audio/read-sound.ts: the thread is this very file, or the bundle that it became a part of.
 */
export const readFile: ReadFile = /* @__PURE__ */ fileReader();

function fileReader(): ReadFile {
  if (isMainThread || !isTask(workerData)) return readInThread;
  void answer(workerData);
  return () => new Promise(() => undefined);
}

function readInThread(file: GivenFile, limits = fileLimits): Promise<FileResult> {
  if (file.bytes.length > limits.bytes) return Promise.resolve({ ok: false, code: 'too_large' });
  return new Promise((resolve, reject) => {
    const data: Task = { task, file, limits };
    const worker = new Worker(new URL(import.meta.url), {
      workerData: data,
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
    });
    const settle = (result: FileResult) => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(result);
    };
    const timer = setTimeout(() => settle({ ok: false, code: 'timed_out' }), limits.milliseconds);
    worker.once('message', settle);
    worker.once('error', (fault) => {
      if (isOutOfMemory(fault)) return settle({ ok: false, code: 'too_large' });
      clearTimeout(timer);
      reject(fault);
    });
    worker.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`the thread that reads ended with ${code} and no answer`));
    });
  });
}

async function answer({ file, limits }: Task): Promise<void> {
  parentPort?.postMessage(await parseFile(file, limits));
  process.exit();
}

function isTask(data: unknown): data is Task {
  return typeof data === 'object' && data !== null && 'task' in data && data.task === task;
}

const isOutOfMemory = (fault: unknown): boolean =>
  fault instanceof Error && 'code' in fault && fault.code === 'ERR_WORKER_OUT_OF_MEMORY';
