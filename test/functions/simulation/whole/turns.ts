import { setImmediate as tick } from 'node:timers/promises';
import type { Random } from '../random.ts';

/** Ticks after which a run that neither waits at the store nor has a request there is taken to wait for another run. */
const patience = 30;

export type Turns = {
  /** Comes when it is this run's turn at the store; the answer says that it has had it. */
  next(run: object): Promise<() => void>;
};

/**
 * Several runs at once, by lot and not by the machine's whim: each waits at the store, and when all that still live wait
 * there, one of them goes on. So the same seed has the same race.
 */
export function createTurns<R extends object>(random: Random) {
  const waiting: { run: object; go: (done: () => void) => void }[] = [];
  const busy = new Set<object>();
  let atWork = 0;
  let choosing = false;

  function give({ go }: (typeof waiting)[number]): void {
    atWork += 1;
    go(() => {
      atWork -= 1;
      void choose();
    });
  }

  async function choose(): Promise<void> {
    if (choosing) return;
    choosing = true;
    for (let idle = 0; atWork === 0 && waiting.length > 0 && busy.size > 0; idle += 1) {
      await tick();
      const there = new Set(waiting.map(({ run }) => run));
      if (atWork > 0 || ([...busy].some((run) => !there.has(run)) && idle < patience)) continue;
      const runs = [...busy].filter((run) => there.has(run));
      const run = runs[random.below(Math.max(1, runs.length))];
      const at = waiting.findIndex((one) => one.run === run);
      const [chosen] = waiting.splice(Math.max(0, at), 1);
      if (chosen) give(chosen);
    }
    choosing = false;
    if (busy.size === 0) for (const one of waiting.splice(0)) give(one);
  }

  return {
    next: (run: object): Promise<() => void> =>
      new Promise((go) => {
        // What a run left behind when it ended has nobody to wait for.
        if (!busy.has(run)) return go(() => {});
        waiting.push({ run, go });
        void choose();
      }),
    async all<T>(runs: R[], works: (() => Promise<T>)[]): Promise<T[]> {
      for (const run of runs) busy.add(run);
      const done = works.map(async (work, i) => {
        try {
          return await work();
        } finally {
          busy.delete(runs[i] as R);
          void choose();
        }
      });
      return Promise.all(done);
    },
  };
}
