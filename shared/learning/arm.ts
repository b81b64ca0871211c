import { seeded } from '../seeded.ts';

const blockSize = 4;

/** A whole number from a text, the same everywhere. */
const seedOf = (text: string): number =>
  [...text].reduce((all, one) => (Math.imul(all, 31) + one.charCodeAt(0)) | 0, 7);

/**
 * Which of two versions the nth person is put, n from 0: by lot in blocks of four, two of each, so that the two never lie
 * more than two people apart. The same name draws the same lots.
 */
export function armOf(name: string, n: number): 'a' | 'b' {
  const block = Math.floor(n / blockSize);
  const random = seeded(seedOf(`${name}#${block}`));
  const arms: ('a' | 'b')[] = ['a', 'a', 'b', 'b'];
  for (let at = arms.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const [one, two] = [arms[at] ?? 'a', arms[other] ?? 'a'];
    arms[at] = two;
    arms[other] = one;
  }
  return arms[n % blockSize] ?? 'a';
}
