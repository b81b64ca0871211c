import type { Request } from '#functions/http/request.ts';
import type { Positions } from '#functions/ports/positions.ts';
import type { StaffActor } from '#functions/ports.ts';
import { ok } from '#shared/result.ts';
import { type BankDeps, entryOf, entryOfPosition } from './entry.ts';

/** The question bank, and the positions' questions that are not in it yet, found by kind and by what they say. */
export async function list(
  deps: BankDeps & { positions: Positions },
  { actor, query }: Request<'question.list', StaffActor>,
) {
  const { company } = actor;
  const [kept, positions] = await Promise.all([deps.bank.all(company), deps.positions.all(company)]);
  const inBank = await Promise.all(kept.map((one) => entryOf(deps, company, one, positions)));
  const outside = positions
    .filter(({ archivedAt }) => archivedAt === undefined)
    .flatMap((position) =>
      position.plan.questions
        .filter(({ bank }) => bank === undefined)
        .map((question) => entryOfPosition(position, question)),
    );
  const wanted = (query.text ?? '').trim().toLowerCase();
  const questions = [...inBank, ...outside].filter(({ question, uses }) => {
    if (query.kind !== undefined && question.kind !== query.kind) return false;
    const said = [question.prompt, question.briefing ?? '', ...question.keyPoints, ...uses.map(({ title }) => title)];
    return said.join('\n').toLowerCase().includes(wanted);
  });
  return ok({ questions });
}
