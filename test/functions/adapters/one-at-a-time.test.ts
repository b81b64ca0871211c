import { describe, expect, it } from 'vitest';
import { oneAtATime } from '#functions/adapters/vendor/one-at-a-time.ts';

describe('one at a time', () => {
  it('keeps what has one key apart, in the order it came, and lets other keys pass', async () => {
    const inTurn = oneAtATime();
    const told: string[] = [];
    const ways: (() => void)[] = [];
    const work = (name: string) => async () => {
      told.push(`${name} begins`);
      await new Promise<void>((resolve) => ways.push(resolve));
      told.push(`${name} ends`);
      return name;
    };
    const all = [inTurn('lin', work('first')), inTurn('lin', work('second')), inTurn('chen', work('other'))];
    await expect.poll(() => told).toEqual(['first begins', 'other begins']);
    ways[1]?.();
    ways[0]?.();
    await expect
      .poll(() => told)
      .toEqual(['first begins', 'other begins', 'other ends', 'first ends', 'second begins']);
    ways[2]?.();
    expect(await Promise.all(all)).toEqual(['first', 'second', 'other']);
  });

  it('goes on after a failure', async () => {
    const inTurn = oneAtATime();
    const failed = inTurn('lin', () => Promise.reject(new Error('no')));
    const next = inTurn('lin', async () => 'yes');
    await expect(failed).rejects.toThrow('no');
    expect(await next).toBe('yes');
  });
});
