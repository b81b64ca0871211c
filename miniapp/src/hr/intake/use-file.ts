import { useState } from 'react';
import { pickFile } from '#platform/pick-file.ts';
import { type FilePurpose, fileTypes, intakeLimits } from '#shared/intake/files.ts';
import type { PickedFile } from '../../platform/pick-file.ts';
import { intakeWords } from '../words.ts';
import { type FileState, useRead } from './use-read.ts';

export type { ReadFile } from './use-read.ts';

/** One file of HR's: chosen, handed in, read. */
export function useFile(purpose: FilePurpose): { state: FileState; pick(): Promise<void>; retry(): void } {
  const [picked, setPicked] = useState<PickedFile>();
  const [refused, setRefused] = useState<string>();
  const { state, retry } = useRead(purpose, picked);

  async function pick(): Promise<void> {
    const answer = await pickFile({ mimes: [...fileTypes[purpose]], maxBytes: intakeLimits.bytes });
    if (answer.ok) {
      setRefused(undefined);
      setPicked(answer.file);
    } else if (answer.reason !== 'cancelled') setRefused(intakeWords.picking[answer.reason]);
  }

  const shown: FileState = refused === undefined ? state : { phase: 'failed', text: refused, again: false };
  return { state: shown, pick, retry: () => void retry() };
}
