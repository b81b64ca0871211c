import { letters, u32, u64 } from './bytes.ts';

/** A box of an MP4: its body is `bytes[start, end)`. `cut` when it claims more than there is. */
export type Box = { type: string; start: number; end: number; cut: boolean };

/** Where one sample lies in the file. */
export type Sample = { at: number; size: number };

/** The boxes that stand side by side in `bytes[from, to)`; ends at the first that cannot be one. */
export function* boxes(bytes: Uint8Array, from: number, to: number): Generator<Box> {
  for (let at = from; at + 8 <= to; ) {
    const small = u32(bytes, at);
    const size = small === 1 ? u64(bytes, at + 8) : small === 0 ? to - at : small;
    const header = small === 1 ? 16 : 8;
    if (size < header) return;
    const end = Math.min(at + size, to);
    yield { type: letters(bytes, at + 4, 4), start: Math.min(at + header, end), end, cut: at + size > to };
    at = end;
  }
}

/** The first box down a path of types, for example `mdia`, `minf`, `stbl`. */
export function boxAt(bytes: Uint8Array, within: Box, ...path: string[]): Box | undefined {
  let box: Box | undefined = within;
  for (const type of path) {
    const outer: Box | undefined = box;
    if (!outer) return undefined;
    box = undefined;
    for (const inner of boxes(bytes, outer.start, outer.end)) {
      if (inner.type !== type) continue;
      box = inner;
      break;
    }
  }
  return box;
}

/** Rows of a table box whose count may lie: never more than fit into it. */
export const rowCount = (bytes: Uint8Array, box: Box, head: number, width: number): number =>
  Math.max(0, Math.min(u32(bytes, box.start + head - 4), Math.floor((box.end - box.start - head) / width)));
