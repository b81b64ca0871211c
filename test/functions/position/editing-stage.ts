import { dynamoBank } from '#functions/adapters/dynamo/bank.ts';
import { keys } from '#functions/adapters/dynamo/keys.ts';
import { dynamoExperiments } from '#functions/adapters/dynamo/learning-experiments.ts';
import { dynamoOrganisation } from '#functions/adapters/dynamo/organisation.ts';
import { dynamoPositions } from '#functions/adapters/dynamo/positions.ts';
import { invite } from '#functions/application/invite.ts';
import { get } from '#functions/position/get.ts';
import { save } from '#functions/position/save.ts';
import { draftOf, type PositionDraft } from '#shared/organisation/position/draft.ts';
import { company } from '#test/functions/adapters/dynamo/store.ts';
import { ask, hr, newOperation, startStage } from '#test/functions/evaluation/stage.ts';
import { seed } from '#test/world/seeds/world-seed.ts';

/** The use cases of positions on the product's own table, with an opening to invite to. */
export async function startEditing() {
  const stage = await startStage();
  const deps = {
    ...stage.deps,
    positions: dynamoPositions(stage.table),
    bank: dynamoBank(stage.table),
    experiments: dynamoExperiments(stage.table),
    organisation: dynamoOrganisation(stage.table),
  };
  const { positionId } = stage;
  const params = { positionId };
  for (const one of seed.requisitions) await stage.put({ ...keys.requisition(company, one.requisitionId), ...one });
  for (const one of seed.candidates) await stage.put({ ...keys.candidate(company, one.candidateId), ...one });

  const read = async (of = positionId) => {
    const view = await get(deps, ask(hr, { positionId: of }));
    if (!view.ok) throw new Error(view.error.code);
    return view.value;
  };
  const saving = (version: number, draft: PositionDraft, more: { operationId?: string; acknowledged?: boolean } = {}) =>
    save(deps, ask(hr, params, { operationId: newOperation(), acknowledged: false, version, draft, ...more }));
  return {
    ...stage,
    deps,
    params,
    read,
    saving,
    /** Saves what `change` makes of the newest version. */
    async edited(change: (draft: PositionDraft) => PositionDraft) {
      const { position, made } = await read();
      const saved = await saving(made.version, change(draftOf(position)));
      if (!saved.ok) throw new Error(saved.error.code);
      return saved.value;
    },
    async invited(candidateId: string) {
      const input = { operationId: newOperation(), candidateId };
      const done = await invite(deps, ask(hr, { requisitionId: 'req_salesrep01' }, input));
      if (!done.ok) throw new Error(done.error.code);
      return done.value.interviewId;
    },
  };
}
export type Editing = Awaited<ReturnType<typeof startEditing>>;

/** The first question says this. */
export const saying =
  (prompt: string) =>
  (draft: PositionDraft): PositionDraft => ({
    ...draft,
    plan: {
      ...draft.plan,
      questions: draft.plan.questions.map((one, index) => (index === 0 ? { ...one, prompt } : one)),
    },
  });
