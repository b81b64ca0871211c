import type { SaveState } from './autosave.ts';

/** One state for the header: the one that needs attention most, else the latest save. */
export function worstSave(states: SaveState[]): SaveState {
  for (const kind of ['refused', 'waiting', 'saving'] as const) {
    const found = states.find((state) => state.kind === kind);
    if (found) return found;
  }
  const times = states.flatMap((state) => (state.kind === 'saved' && state.at !== null ? [state.at] : []));
  return { kind: 'saved', at: times.sort().pop() ?? null };
}
