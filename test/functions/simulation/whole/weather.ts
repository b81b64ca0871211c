import type { Random } from '../random.ts';
import { type Run, type StoreFault, within } from './run.ts';

/** Shares: of the store's requests, of the runs that die, of the packets that something happens to. */
const calm = { throttle: 0, conflict: 0, lost: 0, death: 0, network: 0 };
const stormy = { throttle: 0.004, conflict: 0.02, lost: 0.03, death: 0.06, network: 0.25 };

type Given = {
  random: Random;
  see: (what: string) => void;
  note: (what: string) => void;
  about: Pick<Run, 'wire' | 'bucket' | 'onPut' | 'shards'>;
};

/** What goes wrong with functions and with their store, and for how long. */
export function createWeather({ random, see, note, about }: Given) {
  let weather: Record<keyof typeof calm, number> = calm;

  function faultOf(operation: string): StoreFault | undefined {
    const writes = !/^(Get|Query|Scan|BatchGet)/.test(operation);
    if (weather === calm) return undefined;
    if (random.chance(weather.throttle)) return 'throttle';
    if (!writes) return undefined;
    if (random.chance(weather.conflict)) return 'conflict';
    return random.chance(weather.lost) ? 'lost' : undefined;
  }

  /** A process that runs one function. `effects`: after so many it dies. */
  function newRun(name: string, effects?: number): Run {
    const dies = weather !== calm && random.chance(weather.death);
    return {
      name,
      ...about,
      effects: 0,
      effectsLeft: effects ?? (dies ? random.below(random.chance(0.8) ? 7 : 60) : Number.POSITIVE_INFINITY),
      dead: false,
      faults: [],
      faultOf,
    };
  }

  /** What a function answers, or that it died on the way. */
  async function inRun<T>(run: Run, work: () => Promise<T>): Promise<T | 'died'> {
    const done = await within(run, work).catch((error: unknown) => {
      // A function that fails as a whole is called again, as one that died is.
      if (!run.dead && run.faults.length === 0) throw error;
      return 'died' as const;
    });
    for (const fault of run.faults) {
      see(
        fault.includes('throttle')
          ? '12 throttled'
          : fault.includes('lost')
            ? '8 a reply of the store is lost'
            : 'conflict',
      );
      note(`  ${run.name}: ${fault}`);
    }
    if (!run.dead) return done;
    see('8 dies between two writes');
    note(`  ${run.name} died after ${run.effects} effects`);
    return 'died';
  }

  return {
    newRun,
    inRun,
    network: () => weather.network,
    isCalm: () => weather === calm,
    storm: () => {
      weather = stormy;
    },
    calm: () => {
      weather = calm;
    },
  };
}
