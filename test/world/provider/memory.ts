import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type * as z from 'zod';

export type Memory<T> = { state: T; save(): void };

/** What a simulator must still know after a restart of the world; without a file it is forgotten. */
export function createMemory<T>({
  file,
  shape,
  empty,
}: {
  file?: string | undefined;
  shape: z.ZodType<T>;
  empty: T;
}): Memory<T> {
  const state = file && existsSync(file) ? shape.parse(JSON.parse(readFileSync(file, 'utf8'))) : empty;
  return {
    state,
    save() {
      if (!file) return;
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(`${file}.next`, JSON.stringify(state));
      renameSync(`${file}.next`, file);
    },
  };
}
