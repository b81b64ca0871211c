import type { StoredVoluntary } from '#functions/ports/voluntary.ts';
import type { Output } from '#shared/contract/operations.ts';
import { birthBands } from '#shared/learning/voluntary.ts';

/** What somebody said of themselves, to themselves. */
export function voluntaryView(stored: StoredVoluntary | undefined): Output<'voluntary.get'> {
  if (stored === undefined) return { said: null, version: null, at: null };
  const bornFrom = birthBands.find((band) => band === stored.bornFrom) ?? null;
  const { version, at } = stored.consent;
  return { said: { sex: stored.sex ?? null, bornFrom }, version, at };
}
