/** A piece of two texts: in both, only in the first, or only in the second. */
export type Change = { text: string; kind: 'same' | 'removed' | 'added' };

/** Above so many cells a comparison goes by sentence and no longer by character. */
const affordable = 1_000_000;

/**
 * What must be taken out of `before` and put into it to get `after`, in reading order. What is `same` or `removed` gives
 * `before` again, what is `same` or `added` gives `after`.
 */
export function difference(before: string, after: string): Change[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const gone = before.slice(head, before.length - tail);
  const come = after.slice(head, after.length - tail);
  const byCharacter = gone.length * come.length <= affordable;
  const cut = (text: string) =>
    byCharacter ? [...text] : (text.match(/[^。！？!?；;\n]*[。！？!?；;\n]?/g) ?? []).filter(Boolean);
  return joined([
    { text: before.slice(0, head), kind: 'same' },
    ...aligned(cut(gone), cut(come)),
    { text: before.slice(before.length - tail), kind: 'same' },
  ]);
}

/** The longest common subsequence, walked from the front. */
function aligned(gone: string[], come: string[]): Change[] {
  const width = come.length + 1;
  const common = new Uint32Array((gone.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = gone.length - 1; i >= 0; i -= 1) {
    for (let j = come.length - 1; j >= 0; j -= 1) {
      common[i * width + j] = gone[i] === come[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const changes: Change[] = [];
  let i = 0;
  let j = 0;
  while (i < gone.length || j < come.length) {
    const removed = gone[i];
    const added = come[j];
    if (removed !== undefined && removed === added) {
      changes.push({ text: removed, kind: 'same' });
      i += 1;
      j += 1;
    } else if (removed !== undefined && (added === undefined || at(i + 1, j) >= at(i, j + 1))) {
      changes.push({ text: removed, kind: 'removed' });
      i += 1;
    } else if (added !== undefined) {
      changes.push({ text: added, kind: 'added' });
      j += 1;
    }
  }
  return changes;
}

function joined(changes: Change[]): Change[] {
  const runs: Change[] = [];
  for (const change of changes) {
    const last = runs.at(-1);
    if (change.text === '') continue;
    if (last?.kind === change.kind) last.text += change.text;
    else runs.push({ ...change });
  }
  return runs;
}
