import { createHash } from 'node:crypto';

/** What a recording says; `confidence` 0-1. */
export type Heard = { text: string; confidence?: number };

/** Who says what: by the recording's bytes, by its key, and what is heard in all others. */
export function createHearing(otherwise: Heard) {
  const byBytes = new Map<string, Heard>();
  const byKey = new Map<string, Heard>();
  let anything = otherwise;
  const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
  return {
    /** From now on this recording says this. */
    hear: (bytes: Uint8Array, heard: Heard) => void byBytes.set(hash(bytes), heard),
    hearAt: (key: string, heard: Heard) => void byKey.set(key, heard),
    /** Every other recording says this. */
    say: (heard: Heard) => {
      anything = heard;
    },
    heardIn: (bytes: Uint8Array): Heard => byBytes.get(hash(bytes)) ?? anything,
    heardAt: (key: string): Heard => byKey.get(key) ?? anything,
  };
}
