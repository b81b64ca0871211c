import type { FileRecord } from '#functions/ports/intake.ts';
import { intakeLimits } from '#shared/intake/files.ts';
import { plusMinutes } from '#shared/interview/windows.ts';

/**
 * A file as it is to be shown: one that has been read for longer than any reading takes was given up, whatever became of
 * its job.
 */
export const standingOf = ({ state, code, at }: Pick<FileRecord, 'state' | 'code' | 'at'>, now: Date) =>
  state === 'reading' && now > new Date(plusMinutes(at, intakeLimits.readMinutes))
    ? { state: 'failed' as const, code: 'gave_up' as const }
    : { state, code };
