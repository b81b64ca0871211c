import type * as z from 'zod';
import type { Rules } from '#functions/ports/rules.ts';
import type { ruledSchema } from '#shared/contract/rules.ts';
import type { Recorded } from '#shared/interview/events.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { type RulesDeps, rulesOf } from './rules-of.ts';

export type RuledDeps = RulesDeps & { rules: Pick<Rules, 'version'> };

/** Which rule made the decision that stands; null where a person did, or there is none. */
export async function ruledOf(
  deps: RuledDeps,
  company: string,
  { status, positionId }: InterviewState,
  history: Recorded[],
): Promise<z.infer<typeof ruledSchema> | null> {
  const event = history.findLast((one) => one.event.type === 'decided')?.event;
  if (status !== 'evaluated' || event?.type !== 'decided' || event.by !== 'system') return null;
  const { outcome, on } = event.data;
  if (on === undefined) return null;
  const kept = await deps.rules.version(company, positionId, on.rules);
  const ruleSet = kept ?? (await rulesOf(deps, company, positionId))?.ruleSet;
  const name = ruleSet?.rules.find(({ ruleId }) => ruleId === on.ruleId)?.name ?? '';
  return { outcome, version: on.rules, name, at: event.at };
}
