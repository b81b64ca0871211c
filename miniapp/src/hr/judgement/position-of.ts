import type { Dossier } from '../review/use-review.ts';

/** The position whose scores are calibrated and whose phrases are accepted; undefined where the dossier does not say. */
export const positionOf = (dossier: Dossier): string | undefined => {
  const { positionId } = dossier as Dossier & { positionId?: string };
  return positionId;
};
