import type { Request } from '#functions/http/request.ts';
import type { Learning } from '#functions/ports/learning.ts';
import type { Positions } from '#functions/ports/positions.ts';
import type { StaffActor } from '#functions/ports.ts';
import { ok } from '#shared/result.ts';

/** 题目质量: what the answers say of every position's questions. */
export async function questions(
  { learning, positions }: { learning: Learning; positions: Positions },
  { actor: { company } }: Request<'learning.questions', StaffActor>,
) {
  const [all, learned] = await Promise.all([positions.all(company), learning.all(company, 'questions')]);
  return ok({
    positions: all
      .filter(({ archivedAt }) => archivedAt === undefined)
      .map(({ positionId, title, department }) => ({
        positionId,
        title,
        department,
        report: learned.find(({ subject }) => subject === positionId) ?? null,
      }))
      .sort((a, b) => (b.report?.value.interviews ?? -1) - (a.report?.value.interviews ?? -1)),
  });
}
