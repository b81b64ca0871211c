import { isMainThread, parentPort, type Transferable, Worker, workerData } from 'node:worker_threads';

/**
 * `script`: the file that makes it, `import.meta.url` there; a function, so that a bundler sees nothing happen. `name`: by
 * which the thread knows what it is for.
 */
type Threaded<Work, Answer> = {
  script: () => string;
  name: string;
  heapMegabytes: number;
  run: (work: Work) => Promise<Answer>;
  /** What of an answer is handed over rather than copied. */
  hands?: (answer: Answer) => Transferable[];
};
type Task<Work> = { task: string; work: Work };
type Ended<Answer> = { answer: Answer } | 'timed_out' | 'out_of_memory';
type InThread<Work, Answer> = (work: Work, milliseconds: number) => Promise<Ended<Answer>>;

/**
 * Work on bytes nobody vouches for: in a thread of little memory that is ended after `milliseconds`. What it is given is
 * copied to it. Rejects for a fault of ours only.
 *
 * A function is deployed as one file, so the thread is its caller's very file, or the bundle that it became a part of:
 * there, calling this is what sets it to work. In the main thread nothing happens before the answer is called, so a
 * bundle that does not use it drops it and all it reads with; that is what `@__PURE__` before a call is for.
 */
export function inThread<Work, Answer>(threaded: Threaded<Work, Answer>): InThread<Work, Answer> {
  const given: unknown = workerData;
  if (isMainThread || !isTask<Work>(given, threaded.name)) return (work, ms) => ask(threaded, work, ms);
  void answer(threaded, given.work);
  // Whatever else the bundle holds, it must not begin to work in here.
  return () => new Promise(() => undefined);
}

function ask<Work, Answer>(
  { script, name, heapMegabytes }: Threaded<Work, Answer>,
  work: Work,
  milliseconds: number,
): Promise<Ended<Answer>> {
  return new Promise((resolve, reject) => {
    const data: Task<Work> = { task: name, work };
    const worker = new Worker(new URL(script()), {
      workerData: data,
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
    });
    const settle = (ended: Ended<Answer>) => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(ended);
    };
    const timer = setTimeout(() => settle('timed_out'), milliseconds);
    worker.once('message', (answer: Answer) => settle({ answer }));
    worker.once('error', (fault) => {
      if (isOutOfMemory(fault)) return settle('out_of_memory');
      clearTimeout(timer);
      reject(fault);
    });
    worker.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`the thread ${name} ended with ${code} and no answer`));
    });
  });
}

async function answer<Work, Answer>({ run, hands }: Threaded<Work, Answer>, work: Work): Promise<void> {
  const answer = await run(work);
  parentPort?.postMessage(answer, hands?.(answer) ?? []);
  process.exit();
}

function isTask<Work>(data: unknown, name: string): data is Task<Work> {
  return typeof data === 'object' && data !== null && 'task' in data && data.task === name;
}

const isOutOfMemory = (fault: unknown): boolean =>
  fault instanceof Error && 'code' in fault && fault.code === 'ERR_WORKER_OUT_OF_MEMORY';
