import type { Request } from '#functions/http/request.ts';
import type { BankVersion, Positions } from '#functions/ports/positions.ts';
import type { Ids, StaffActor } from '#functions/ports.ts';
import { type WriteDeps, writePosition } from '#functions/position/write.ts';
import { withQuestion } from '#shared/organisation/position/draft.ts';
import { improperIn } from '#shared/organisation/position/improper.ts';
import { ok, refuse } from '#shared/result.ts';
import { type BankDeps, entryOf } from './entry.ts';

type Deps = BankDeps & WriteDeps & { positions: Positions; ids: Ids };
type Save = Request<'question.save', StaffActor>;

/**
 * A question's next version in the bank, or its first. No position changes by it: each keeps the version that it took, but
 * for the one a first version was taken from, which is linked with it.
 */
export async function save(deps: Deps, request: Save) {
  const { actor, input, bodyHash } = request;
  const { company, userId } = actor;
  const { bankId: known, question, from, operationId } = input;
  const repeated = await earlier(deps, request);
  if (repeated !== undefined) return repeated;
  const improper = improperIn([question.prompt, question.briefing ?? '', ...question.keyPoints].join('\n'));
  if (improper !== undefined)
    return refuse({ code: 'invalid_input' as const, details: { fields: ['question'], improper } });
  const bankId = known ?? deps.ids.make('bank');
  const at = deps.clock.now().toISOString();
  const version: BankVersion = { bankId, version: input.version + 1, at, by: userId, question };
  const operation = { id: operationId, name: 'question.save', bodyHash, answer: { bankId } };
  if (from !== null) {
    const before = await deps.directory.position(company, from.positionId);
    const asked = before?.plan.questions.find(({ id }) => id === from.questionId);
    if (before === undefined || asked === undefined) return refuse({ code: 'not_found' as const });
    const linked = { ...asked, bank: { bankId, version: version.version } };
    const after = withQuestion(before, linked);
    const wrote = await writePosition(deps, 'question.save', request, { before, after, kind: 'bank', bank: version });
    if (!wrote.ok) return (await earlier(deps, request)) ?? wrote;
    return shown(deps, company, bankId);
  }
  const outcome = await deps.bank.save(company, version, operation);
  if (outcome === 'written') return shown(deps, company, bankId);
  return (await earlier(deps, request)) ?? refuse({ code: 'version_conflict' as const });
}

async function shown(deps: Deps, company: string, bankId: string) {
  const [kept, positions] = await Promise.all([deps.bank.newest(company, bankId), deps.positions.all(company)]);
  if (kept === undefined) return refuse({ code: 'not_found' as const });
  return ok(await entryOf(deps, company, kept, positions));
}

/** What this operation id was answered before. */
async function earlier(deps: Deps, { actor, input, bodyHash }: Save) {
  const known = await deps.operations.find(actor.company, input.operationId);
  if (known === undefined) return undefined;
  if (known.name !== 'question.save' || known.bodyHash !== bodyHash) {
    return refuse({ code: 'operation_conflict' as const });
  }
  return shown(deps, actor.company, String(known.answer.bankId));
}
