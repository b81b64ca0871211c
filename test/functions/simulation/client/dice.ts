import { AsyncLocalStorage } from 'node:async_hooks';
import { vi } from 'vitest';
import { createRandom, type Random } from '../random.ts';

const dice = new AsyncLocalStorage<Random>();

/** The client's own dice (how long it waits before it tries again) fall as the seed of each life says. */
export function seedDice(): void {
  const thrown = Math.random;
  vi.spyOn(Math, 'random').mockImplementation(() => {
    const own = dice.getStore();
    return own === undefined ? thrown() : own.below(1e9) / 1e9;
  });
}

export const releaseDice = (): void => void vi.restoreAllMocks();

export const rollFrom = <T>(seed: number, life: () => T): T => dice.run(createRandom(seed + 1e6), life);
