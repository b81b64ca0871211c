import type { Request } from '#functions/http/request.ts';
import type { StaffActor } from '#functions/ports.ts';
import { minutesOf } from '#shared/organisation/position/lint.ts';
import { templatesIn } from '#shared/organisation/position/templates.ts';
import type { Position } from '#shared/organisation/records.ts';
import { ok } from '#shared/result.ts';
import { demandOf, madeOf, type ViewDeps } from './view.ts';

/** Every position of the company, the archived ones last, and what a new one can be made from. */
export async function list(deps: ViewDeps, { actor, query }: Request<'position.list', StaffActor>) {
  const { company } = actor;
  const [all, requisitions] = await Promise.all([deps.positions.all(company), deps.directory.requisitions(company)]);
  const row = async (position: Position) => {
    const { positionId, title, department, plan, archivedAt = null } = position;
    const mine = requisitions.filter((one) => one.positionId === positionId);
    return {
      positionId,
      title,
      department,
      archivedAt,
      questions: plan.questions.length,
      minutes: minutesOf(plan.questions),
      competencies: plan.competencies.map(({ name, weight }) => ({ name, weight })),
      made: await madeOf(deps, company, position),
      ...(await demandOf(deps, company, mine)),
    };
  };
  const rows = await Promise.all(all.map(row));
  const order = (a: (typeof rows)[number], b: (typeof rows)[number]) =>
    Number(a.archivedAt !== null) - Number(b.archivedAt !== null) ||
    b.openRequisitions - a.openRequisitions ||
    a.title.localeCompare(b.title, 'zh');
  return ok({ positions: rows.sort(order), templates: templatesIn(query.language ?? 'zh') });
}
