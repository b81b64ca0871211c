import { afterAll, beforeAll, expect, it } from 'vitest';
import { dynamoHealed } from '#functions/adapters/dynamo/healed.ts';
import { dynamoNameplates } from '#functions/adapters/dynamo/nameplates.ts';
import { dynamoWorkbenchRows } from '#functions/adapters/dynamo/workbench-rows.ts';
import { decideOutcome } from '#functions/application/decide.ts';
import { bringUpToDate } from '#functions/sync/bring-up-to-date.ts';
import { judgements } from '#functions/workbench/judgements.ts';
import { list } from '#functions/workbench/list.ts';
import type { Conclusion } from '#shared/interview/conclusion.ts';
import type { Rule } from '#shared/rules/rule.ts';
import { company } from '#test/functions/adapters/dynamo/store.ts';
import { ask, hr, newOperation, type Stage, startStage } from '#test/functions/evaluation/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.stop());

function deps() {
  const { table } = stage;
  const rows = dynamoWorkbenchRows(table);
  return { ...stage.deps, rows, nameplates: dynamoNameplates(table), healed: dynamoHealed(table) };
}
const count = async () => {
  const answer = await judgements(deps(), ask(hr, {}));
  return answer.ok ? answer.value : undefined;
};
const found = async () => {
  const answer = await list(deps(), ask(hr, {}, {}, { queue: 'judgement' as const }));
  return answer.ok ? answer.value.rows.map(({ interviewId }) => interviewId) : undefined;
};
let version = 1;
/** The position's rules from now on: everybody with any score is for that. */
async function everybodyTo(concludes: Conclusion, least = 0) {
  version += 1;
  const when: Rule['when'] = [{ fact: 'overall', is: 'at_least', value: least }];
  const rule: Rule = { ruleId: 'rule_all', name: '全部', when, concludes, mode: 'propose', on: true };
  const rules = { version, rules: [rule], waitHours: 24, savedBy: null, savedAt: null };
  expect(await stage.deps.rules.save(company, stage.positionId, rules)).toBe(true);
}

it('is who has a report for which the newest rules leave it to a person, and nobody else', async () => {
  await everybodyTo('second_interview');
  const state = await stage.reported();
  const waiting = await stage.submitted();
  for (const { interviewId } of [state, waiting]) await bringUpToDate(stage.deps, company, interviewId);
  expect(await count()).toEqual({ count: 0, atLeast: false });
  await everybodyTo('second_interview', 100);
  expect(await count()).toEqual({ count: 1, atLeast: false });
  expect(await found()).toEqual([state.interviewId]);
  const decided = ask(
    hr,
    { interviewId: state.interviewId },
    { operationId: newOperation(), outcome: 'pool' as const },
  );
  expect((await decideOutcome(stage.deps, decided)).ok).toBe(true);
  await bringUpToDate(stage.deps, company, state.interviewId);
  expect(await count()).toEqual({ count: 0, atLeast: false });
  expect(await found()).toEqual([]);
});
