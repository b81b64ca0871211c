import type { Nameplates } from '#functions/ports/workbench.ts';
import type { CopyName, WorkbenchRow } from '#shared/application/copies.ts';
import type { Output } from '#shared/contract/operations.ts';

type Shown = Output<'workbench.list'>['rows'][number];

/** Rows as HR reads them, with the names of people and openings. */
export async function shownRows(
  { nameplates }: { nameplates: Nameplates },
  company: string,
  rows: WorkbenchRow[],
  healed: ReadonlyMap<string, CopyName[]> = new Map(),
): Promise<Shown[]> {
  const [candidates, openings] = await Promise.all([
    nameplates.candidates(
      company,
      rows.map(({ candidateId }) => candidateId),
    ),
    nameplates.openings(
      company,
      rows.map(({ requisitionId }) => requisitionId),
    ),
  ]);
  return rows.map(({ candidateId, requisitionId, positionId: _, waitingSince: __, places: ___, ...row }) => ({
    ...row,
    candidate: candidates.get(candidateId) ?? '',
    position: openings.get(requisitionId)?.position ?? '',
    department: openings.get(requisitionId)?.department ?? '',
    healed: healed.get(row.interviewId) ?? [],
  }));
}
