import type { Output } from '#shared/contract/operations.ts';
import type { CallError } from '../api/call-error.ts';
import type { ClipRecord } from './clip-journal.ts';

/** `done`: 0 to 1 of the bytes there are so far. `lost`: the device no longer has the bytes. */
export type ClipState =
  | { kind: 'recording' | 'uploading' | 'waiting'; done: number }
  | { kind: 'saved' }
  | { kind: 'refused'; error: CallError }
  | { kind: 'lost' };

export type Form = Output<'clip.forms'>['forms'][number];
export type Lane = {
  record: ClipRecord;
  /** Parts that the device had no room for: they live as long as the app. */
  memory: Map<number, ArrayBuffer>;
  forms: Map<number, Form>;
  /** Of the part under way. */
  partDone: number;
  writing: Promise<void>;
  busy: boolean;
  waiting: boolean;
  failed: CallError | 'lost' | undefined;
  tries: number;
  refusals: number;
  timer: unknown;
};

/** One recording's way to the store, with nothing of it under way. */
export const laneOf = (record: ClipRecord): Lane => ({
  record,
  memory: new Map(),
  forms: new Map(),
  partDone: 0,
  writing: Promise.resolve(),
  busy: false,
  waiting: false,
  failed: undefined,
  tries: 0,
  refusals: 0,
  timer: undefined,
});

/** How far it is. */
export function stateOf(lane: Lane): ClipState {
  const { record, failed, waiting, partDone } = lane;
  if (record.stage === 'closed') return { kind: 'saved' };
  if (failed !== undefined) return failed === 'lost' ? { kind: 'lost' } : { kind: 'refused', error: failed };
  const all = record.parts.reduce((sum, size) => sum + size, 0);
  const up = record.parts.slice(0, record.up).reduce((sum, size) => sum + size, 0);
  const done = all === 0 ? 0 : Math.min(1, (up + partDone * (record.parts[record.up] ?? 0)) / all);
  return { kind: waiting ? 'waiting' : record.stage === 'open' ? 'recording' : 'uploading', done };
}
