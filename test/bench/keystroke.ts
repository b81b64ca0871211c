import { emptyDraft } from '#shared/interview/answer.ts';
import { createAutosave } from '../../miniapp/src/state/autosave.ts';
import { typed } from '../../miniapp/src/state/edits.ts';
import { createJournal } from '../../miniapp/src/state/journal.ts';
import { deviceTimers } from '../../miniapp/src/state/timers.ts';
import { rounded } from './measure.ts';
import type { BenchRow } from './row.ts';

const frameMs = 1000 / 60;
const keystrokes = 200;
/** Characters already in the answer: a long one costs most. */
const written = 4000;

/**
 * Milliseconds from a keystroke until the text lies in the device's storage, of each of `keystrokes`. Storage takes JSON in
 * memory; a phone's own takes some milliseconds more.
 */
async function keystrokeMs(): Promise<number[]> {
  const held = new Map<string, string>();
  let arrived: () => void = () => {};
  const storage = {
    get: <T>(key: string) => (held.has(key) ? (JSON.parse(held.get(key) ?? '') as T) : undefined),
    set(key: string, value: unknown) {
      held.set(key, JSON.stringify(value));
      arrived();
    },
    remove: (key: string) => void held.delete(key),
    keys: () => [...held.keys()],
  };
  const entry = { number: 0, content: emptyDraft, acknowledged: 0, seen: [] };
  const autosave = createAutosave({
    interviewId: 'itv_bench',
    attempt: 1,
    epoch: 1,
    entries: Object.fromEntries(['q1', 'q2', 'q3', 'q4', 'q5'].map((id) => [id, entry])),
    journal: createJournal(storage, deviceTimers),
    save: async (_, { number }) => ({ ok: true, value: { number, savedAt: new Date().toISOString() } }),
    timers: deviceTimers,
  });
  const figures: number[] = [];
  let text = '字'.repeat(written);
  for (let n = 0; n < keystrokes; n++) {
    text += '字';
    const saved = new Promise<void>((done) => {
      arrived = done;
    });
    const at = performance.now();
    autosave.edit('q1', typed(autosave.content('q1'), text));
    await saved;
    figures.push(performance.now() - at);
  }
  autosave.close();
  return figures;
}

export async function benchKeystroke(): Promise<BenchRow[]> {
  const figures = (await keystrokeMs()).sort((a, b) => a - b);
  const value = rounded(figures[Math.floor(figures.length * 0.95)] ?? Number.NaN, 1);
  return [{ name: 'keystroke to saved on the device, p95', value, unit: 'ms', aim: '≤ 16.7', ok: value <= frameMs }];
}
