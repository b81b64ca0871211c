import { dynamoChecks } from '#functions/adapters/dynamo/checks.ts';
import { dynamoReports } from '#functions/adapters/dynamo/figures-reports.ts';
import { dynamoLearning } from '#functions/adapters/dynamo/learning.ts';
import { dynamoPositions } from '#functions/adapters/dynamo/positions.ts';
import { startInterviewStore } from '#test/functions/adapters/dynamo/store.ts';
import { figuresOn } from '#test/functions/figures-deps.ts';
import { seedTable } from '#test/world/seed-table.ts';
import { company as seeded } from '#test/world/seeds/company.ts';

export const company = seeded.companyId;

/** What chance makes of a planted year hangs on the day it ends; this is one on which all that was planted shows. */
const lastDay = new Date('2026-11-20T01:00:00.000Z');

/** The seeded company on a real store, and somebody of HR who asks. */
export async function startFiguresStage() {
  const store = await startInterviewStore({ start: lastDay });
  await seedTable(store.table);
  const deps = {
    ...figuresOn(store.table),
    interviews: store.interviews,
    clock: store.clock,
    reports: dynamoReports(store.table),
    learning: dynamoLearning(store.table),
    positions: dynamoPositions(store.table),
    checks: dynamoChecks(store.table),
  };
  const ask = <Q>(query: Q) => ({
    actor: { role: 'recruiter' as const, company, userId: 'usr_wangmin' },
    params: {},
    query,
    input: {},
    bodyHash: '',
  });
  return { ...store, deps, ask };
}
