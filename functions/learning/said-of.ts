import type { VoluntaryOfAll } from '#functions/ports/voluntary.ts';
import type { Said } from '#shared/analytics/impact.ts';
import type { Lesson } from '#shared/analytics/lesson.ts';
import { ageBandOf } from '#shared/learning/voluntary.ts';

/**
 * What people said of themselves, as the impact tables ask for it. The one place that reads it of everybody; it answers for
 * tables of groups and leaves this process in no other form.
 */
export async function saidOfAll(voluntary: VoluntaryOfAll, company: string): Promise<(lesson: Lesson) => Said> {
  const all = await voluntary.all(company);
  return ({ candidateId, invitedAt }) => {
    const { sex, bornFrom } = all.get(candidateId) ?? {};
    const year = Number(invitedAt.slice(0, 4));
    return { ...(sex && { sex }), ...(bornFrom !== undefined && { age: ageBandOf(bornFrom, year) }) };
  };
}
