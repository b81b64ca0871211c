import type {
  Actor,
  Clock,
  CommitRefusal,
  DraftChange,
  Interviews,
  Note,
  Operation,
  Operations,
} from '#functions/ports.ts';
import type { ErrorCode } from '#shared/contract/errors.ts';
import type { OperationId } from '#shared/contract/routes.ts';
import type { Report } from '#shared/evaluation/report.ts';
import type { InterviewCommand } from '#shared/interview/commands.ts';
import { decide } from '#shared/interview/decide.ts';
import { evolve } from '#shared/interview/evolve.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { ok, type Result, refuse } from '#shared/result.ts';
import { dueDifference } from '#shared/schedule/due-items.ts';
import { slotChange } from '#shared/schedule/slots.ts';

export type Refusal = { code: ErrorCode; details?: Record<string, unknown> };
export type Receipt = Pick<InterviewState, 'interviewId' | 'status' | 'version' | 'attempt' | 'epoch'>;

export type CommandDeps = { interviews: Interviews; operations: Operations; clock: Clock };
/** `answer` is what the operation id answers, now and when it is repeated. */
export type Performed<E> = { state: InterviewState; answer: Receipt & E };

export type Performance<E extends object> = {
  company: string;
  interviewId: string;
  /** Who may: the state is shown first, so that a stranger's interview is not found rather than refused. */
  mayAct: (state: InterviewState) => boolean;
  /** The same id gives the same answer. Absent for what the system does itself. */
  operation?: { id: string; name: string; bodyHash: string } | undefined;
  /** Read before the decision, in every try, so that what is decided on is what the commit conditions. */
  prepare: (state: InterviewState) => Promise<{
    command: InterviewCommand;
    drafts?: (after: InterviewState) => DraftChange[];
    report?: Report;
    notes?: Note[];
  }>;
  /** What is answered beside the receipt. */
  answer: (after: InterviewState) => E;
};

export const receiptOf = ({ interviewId, status, version, attempt, epoch }: InterviewState): Receipt => ({
  interviewId,
  status,
  version,
  attempt,
  epoch,
});

const tries = 5;

/** load → decide → one conditional write of state, events and due items. Contention is tried again; a refusal is a value. */
export async function perform<E extends object>(
  deps: CommandDeps,
  wanted: Performance<E>,
): Promise<Result<Performed<E>, Refusal>> {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const state = await deps.interviews.load(wanted.company, wanted.interviewId);
    if (state === undefined || !wanted.mayAct(state)) return refuse({ code: 'not_found' });
    const { command, drafts, report, notes } = await wanted.prepare(state);
    const decision = decide(state, command, deps.clock.now());
    if (!decision.ok) return (await earlier(deps, wanted, state)) ?? refuse({ code: decision.error });
    if (decision.value.length === 0) {
      const now = { state, answer: { ...receiptOf(state), ...wanted.answer(state) } };
      return (await earlier(deps, wanted, state)) ?? ok(now);
    }
    const after = decision.value.reduce<InterviewState>(evolve, state);
    const answer = { ...receiptOf(after), ...wanted.answer(after) };
    const committed = await deps.interviews.commit({
      company: wanted.company,
      before: state,
      after,
      events: decision.value,
      due: dueDifference(state, after),
      slots: slotChange(state, after),
      ...(drafts && { drafts: drafts(after) }),
      ...(report && { report }),
      ...(notes && { notes }),
      ...(wanted.operation && { operation: { ...wanted.operation, answer } }),
    });
    if (committed.ok) return ok({ state: after, answer });
    const refused = await refusalOf(deps, wanted, state, committed.error);
    if (refused !== 'again') return refused;
  }
  return refuse({ code: 'version_conflict' });
}

async function refusalOf<E extends object>(
  deps: CommandDeps,
  wanted: Performance<E>,
  state: InterviewState,
  refusal: CommitRefusal,
): Promise<Result<Performed<E>, Refusal> | 'again'> {
  switch (refusal.kind) {
    case 'operation_exists':
      return (await earlier(deps, wanted, state)) ?? 'again';
    case 'draft_mismatch':
      return (
        (await earlier(deps, wanted, state)) ??
        refuse({ code: 'draft_mismatch', details: { questionIds: refusal.questionIds } })
      );
    case 'slot_full':
      return (await earlier(deps, wanted, state)) ?? refuse({ code: 'slot_full' });
    case 'no_vacancy':
      return (await earlier(deps, wanted, state)) ?? refuse({ code: 'no_vacancy' });
    case 'already_invited':
      return refuse({ code: 'already_invited' });
    case 'conflict':
      return 'again';
  }
}

/** The answer this operation id was given before, if there was one. */
async function earlier<E extends object>(
  deps: CommandDeps,
  { company, operation }: Performance<E>,
  state: InterviewState,
): Promise<Result<Performed<E>, Refusal> | undefined> {
  if (operation === undefined) return undefined;
  const known = await deps.operations.find(company, operation.id);
  if (known === undefined) return undefined;
  if (!sameOperation(known, operation)) return refuse({ code: 'operation_conflict' });
  return ok({ state, answer: known.answer as Receipt & E });
}

const sameOperation = (a: Operation, b: { name: string; bodyHash: string }): boolean =>
  a.name === b.name && a.bodyHash === b.bodyHash;

/** Whose interview it is, as far as this actor may know. */
const mayAct =
  (actor: Actor) =>
  (state: InterviewState): boolean =>
    actor.role !== 'candidate' || state.candidateId === actor.candidateId;

/** The part of a performance that a person's request determines. */
export const asked = (
  name: OperationId,
  {
    actor,
    params,
    input,
    bodyHash,
  }: { actor: Actor; params: { interviewId: string }; input: { operationId: string }; bodyHash: string },
): Pick<Performance<object>, 'company' | 'interviewId' | 'mayAct' | 'operation'> => ({
  company: actor.company,
  interviewId: params.interviewId,
  mayAct: mayAct(actor),
  operation: { id: input.operationId, name, bodyHash },
});

/** A performed command as its operation answers it. */
export async function answering<E extends object>(
  performed: Promise<Result<Performed<E>, Refusal>>,
): Promise<Result<Receipt & E, Refusal>> {
  const result = await performed;
  return result.ok ? ok(result.value.answer) : result;
}

export const nothingMore = () => ({});
