import type { Request } from '#functions/http/request.ts';
import type { StaffActor } from '#functions/ports.ts';
import { lists } from '#shared/application/workbench-places.ts';
import { limits } from '#shared/limits.ts';
import { ok } from '#shared/result.ts';
import { type JudgementDeps, judgementPage } from './judgement.ts';

/** How many wait for a person's judgement, as far as is worth counting. */
export async function judgements(deps: JudgementDeps, { actor }: Request<'workbench.judgements', StaffActor>) {
  let count = 0;
  let after: string | undefined;
  const pages = Math.ceil(limits.judgementsRead / limits.workbenchPage);
  for (let n = 0; n < pages; n += 1) {
    const page = await judgementPage(deps, actor.company, {
      lists: [lists.status('submitted')],
      newestFirst: false,
      after,
    });
    count += page.rows.length;
    if (count >= limits.judgementsCounted) return ok({ count: limits.judgementsCounted, atLeast: true });
    if (page.cursor === null) return ok({ count, atLeast: false });
    after = page.cursor;
  }
  return ok({ count, atLeast: true });
}
