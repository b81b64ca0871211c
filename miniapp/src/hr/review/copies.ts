import type { Output } from '#shared/contract/operations.ts';

export type StatusCopy = Output<'application.dossier'>['copies'][number];

/** Copies that are behind the newest one, or say another status under the same version. */
export function behind(copies: StatusCopy[]): StatusCopy[] {
  const newest = copies.reduce<StatusCopy | undefined>(
    (best, copy) => (best === undefined || copy.version > best.version ? copy : best),
    undefined,
  );
  return copies.filter((copy) => copy.version !== newest?.version || copy.status !== newest.status);
}
