import { improper as english } from '../../copy/en/improper.ts';
import { improper as chinese } from '../../copy/zh/improper.ts';
import { type ImproperGround, improperGrounds } from './improper-grounds.ts';

/** The first thing in a text by which nobody may be chosen, with the words that say it. */
export function improperIn(text: string): { ground: ImproperGround; words: string } | undefined {
  for (const ground of improperGrounds) {
    const found = chinese[ground].exec(text) ?? english[ground].exec(text);
    if (found !== null) return { ground, words: found[0] };
  }
  return undefined;
}
