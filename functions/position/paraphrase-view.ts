import type { StoredParaphrase } from '#functions/ports/evaluation.ts';
import type { Directory } from '#functions/ports.ts';
import type { Output } from '#shared/contract/operations.ts';

/** A phrase with the name of who accepted it. */
export async function paraphraseView(
  directory: Directory,
  company: string,
  { since: _, ...one }: StoredParaphrase,
): Promise<Output<'position.acceptParaphrase'>> {
  return { ...one, by: (await directory.staff(company, one.by))?.name ?? one.by };
}
