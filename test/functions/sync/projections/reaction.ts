import type { Copies, CopyChange } from '#functions/ports.ts';
import type { InterviewStore } from '#test/functions/adapters/dynamo/store.ts';
import { Died } from '#test/functions/mortal.ts';
import type { Random } from '#test/functions/simulation/random.ts';
import type { One } from './command.ts';

/** A reaction that dies before one of its calls or after it, when what it did is done and nobody knows; or lives. */
export function dying(copies: Copies, random: Random): Copies {
  let left = random.chance(0.5) ? random.pick([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]) : Number.POSITIVE_INFINITY;
  const mortal =
    <A extends unknown[], T>(call: (...args: A) => Promise<T>) =>
    async (...args: A): Promise<T> => {
      left -= 1;
      if (left < 0) throw new Died();
      const answer = await call(...args);
      left -= 1;
      if (left < 0) throw new Died();
      return answer;
    };
  return { ...copies, read: mortal(copies.read), write: mortal(copies.write) };
}

/** A reaction that has read what happened, and does not come to write until it is let go. */
export function held(copies: Copies): { copies: Copies; reading: Promise<void>; release(): void } {
  let release = () => {};
  let reached = () => {};
  const gate = new Promise<void>((go) => {
    release = go;
  });
  const reading = new Promise<void>((go) => {
    reached = go;
  });
  async function write(change: CopyChange): Promise<boolean> {
    reached();
    await gate;
    return copies.write(change);
  }
  return { copies: { ...copies, write }, reading, release };
}

const passes: string[] = ['second_interview', 'onboarding', 'offer'];

/**
 * Looks after every write that could be seen: a copy goes back to an older history, or a requisition shows more passes
 * than there have ever been (a false 「2/2」). What can be seen changes by these writes and by nothing else.
 */
export function watched(copies: Copies, store: InterviewStore, all: readonly One[], wrong: string[]): Copies {
  const newest = new Map<string, number>();
  async function look({ company, copy, state }: CopyChange): Promise<void> {
    const name = `${state.interviewId} ${copy}`;
    const before = newest.get(name) ?? 0;
    if (state.version < before) wrong.push(`${name} went from ${before} back to ${state.version}`);
    newest.set(name, Math.max(before, state.version));
    if (copy !== 'organisation') return;
    const { passed } = await copies.progress(company, state.requisitionId);
    const most = await everPassed(store, all, company);
    if (passed > most) wrong.push(`${company} showed ${passed} passes of ${most}`);
  }
  return {
    ...copies,
    async write(change) {
      const written = await copies.write(change);
      if (written) await look(change);
      return written;
    },
  };
}

/** Read after what was shown, so that a decision in between is on its side. */
async function everPassed({ interviews }: InterviewStore, all: readonly One[], company: string): Promise<number> {
  const mine = all.filter((one) => one.company === company);
  const passed = await Promise.all(
    mine.map(async ({ ids }) => {
      const history = await interviews.history(company, ids.interviewId);
      return history.some(({ event }) => event.type === 'decided' && passes.includes(event.data.outcome));
    }),
  );
  return passed.filter(Boolean).length;
}
