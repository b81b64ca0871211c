import type { Request } from '#functions/http/request.ts';
import type { Clips } from '#functions/ports/clip.ts';
import type { Paraphrases, StoredParaphrase } from '#functions/ports/evaluation.ts';
import type { Clock, Directory, Ids, Interviews, Operations, StaffActor } from '#functions/ports.ts';
import { answersFor } from '#functions/report/answer-texts.ts';
import { ok, refuse } from '#shared/result.ts';
import { paraphraseView } from './paraphrase-view.ts';

type Deps = {
  interviews: Interviews;
  directory: Directory;
  operations: Operations;
  paraphrases: Paraphrases;
  clips: Clips;
  ids: Ids;
  clock: Clock;
};
type Accept = Request<'position.acceptParaphrase', StaffActor>;

const name = 'position.acceptParaphrase';
const tries = 5;

/**
 * HR says that a piece of an answer says a key point in other words. It counts for every later judgement of this position;
 * reports that stand do not change. The same operation id, and the same phrase again, is answered with the one there is.
 */
export async function acceptParaphrase(deps: Deps, request: Accept) {
  const { actor, params, input, bodyHash } = request;
  const { company } = actor;
  const wrong = await refusalOf(deps, request);
  if (wrong !== undefined) return wrong;
  const { questionId, keyPoint, phrase } = input;
  const paraphraseId = deps.ids.make('par');
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const known = await deps.operations.find(company, input.operationId);
    if (known !== undefined && (known.name !== name || known.bodyHash !== bodyHash)) {
      return refuse({ code: 'operation_conflict' as const });
    }
    const { version, paraphrases } = await deps.paraphrases.ofPosition(company, params.positionId);
    const there = paraphrases.find((one) =>
      known === undefined
        ? one.questionId === questionId && one.keyPoint === keyPoint && one.phrase === phrase && !one.withdrawnAt
        : one.paraphraseId === known.answer.paraphraseId,
    );
    if (there !== undefined) return ok(await paraphraseView(deps.directory, company, there));
    const at = deps.clock.now().toISOString();
    const told = { paraphraseId, questionId, keyPoint, phrase, by: actor.userId, at, withdrawnAt: null };
    const added: StoredParaphrase = { ...told, since: version + 1 };
    const operation = { id: input.operationId, name, bodyHash, answer: { paraphraseId } };
    const outcome = await deps.paraphrases.add(company, params.positionId, added, operation);
    if (outcome === 'added') return ok(await paraphraseView(deps.directory, company, added));
  }
  throw new Error('the list of paraphrases stayed contended');
}

/** Why this phrase cannot be accepted; undefined where it can. */
async function refusalOf(deps: Deps, { actor, params, input }: Accept) {
  const { company } = actor;
  const [position, state] = await Promise.all([
    deps.directory.position(company, params.positionId),
    deps.interviews.load(company, input.interviewId),
  ]);
  if (position === undefined || state?.positionId !== params.positionId) return refuse({ code: 'not_found' as const });
  const ready = state.report.status === 'ready';
  const report = ready ? await deps.interviews.report(company, state.interviewId, state.report.version) : undefined;
  const answers = await answersFor(deps, company, state, report);
  const answer = answers.find(({ question }) => question.id === input.questionId);
  if (answer === undefined) return refuse({ code: 'not_found' as const });
  const invalid = (field: string, sentence: string) =>
    refuse({ code: 'invalid_input' as const, details: { fields: [field], sentence } });
  if (!answer.question.keyPoints.includes(input.keyPoint)) {
    return invalid('keyPoint', 'This question has no such key point.');
  }
  if (!answer.text.includes(input.phrase)) {
    return invalid('phrase', 'The phrase does not stand in the answer word for word.');
  }
  return undefined;
}
