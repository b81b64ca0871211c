import { dynamoLearning, dynamoLearningTurns } from '#functions/adapters/dynamo/learning.ts';
import { dynamoTaught } from '#functions/adapters/dynamo/learning-lessons.ts';
import { dynamoOutcomePulls } from '#functions/adapters/dynamo/outcomes.ts';
import { dynamoPeople } from '#functions/adapters/dynamo/people.ts';
import { dynamoVoluntary, dynamoVoluntaryOfAll } from '#functions/adapters/dynamo/voluntary.ts';
import { dynamoWorkbenchRows } from '#functions/adapters/dynamo/workbench-rows.ts';
import { aesSealer } from '#functions/adapters/sealer.ts';
import { learn } from '#functions/learning/learn.ts';
import { bringUpToDate } from '#functions/sync/bring-up-to-date.ts';
import type { InterviewCommand } from '#shared/interview/commands.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { company } from '#test/functions/adapters/dynamo/store.ts';
import { startEditing } from '#test/functions/position/editing-stage.ts';

const sealer = aesSealer('a-key-of-at-least-thirty-two-characters');

/** Everything a turn of learning reads and keeps, on the product's own table. */
export async function startLearning() {
  const stage = await startEditing();
  const { table } = stage;
  const candidate = { voluntary: dynamoVoluntary(table, sealer), clock: stage.clock };
  const hr = {
    ...stage.deps,
    learning: dynamoLearning(table),
    turns: dynamoLearningTurns(table),
    rows: dynamoWorkbenchRows(table),
    pulls: dynamoOutcomePulls(table),
  };
  const job = {
    ...hr,
    lessons: dynamoTaught(table),
    voluntary: dynamoVoluntaryOfAll(table, sealer),
    people: dynamoPeople(table),
  };

  async function after(before: InterviewState | undefined, command: InterviewCommand): Promise<InterviewState> {
    const state = await stage.after(before, command);
    await bringUpToDate(stage.deps, company, state.interviewId);
    return state;
  }
  return { ...stage, candidate, hr, job, after, learn: () => learn(job, company) };
}
export type Learning = Awaited<ReturnType<typeof startLearning>>;
