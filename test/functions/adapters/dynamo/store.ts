import { dynamoInterviews, dynamoOperations } from '#functions/adapters/dynamo/interviews.ts';
import { openTable, type Table } from '#functions/adapters/dynamo/table.ts';
import type { Change, DraftChange } from '#functions/ports.ts';
import { draftNumber } from '#shared/interview/answer.ts';
import type { InterviewCommand } from '#shared/interview/commands.ts';
import { decide } from '#shared/interview/decide.ts';
import { evolve } from '#shared/interview/evolve.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { freezeTerms } from '#shared/interview/terms.ts';
import { dueDifference } from '#shared/schedule/due-items.ts';
import { defaultSettings } from '#shared/settings.ts';
import { captureLogs } from '#test/functions/capture-logs.ts';
import { today } from '#test/today.ts';
import { createClock } from '#test/world/clock.ts';
import { startTestStore } from '#test/world/dynamo/test-store.ts';
import { openWire } from '#test/world/dynamo/wire.ts';
import { salesPlan } from '#test/world/seeds/sales-plan.ts';
import { readTableDefinition } from '#test/world/table-definition.ts';

export const company = 'co_test';

/**
 * The product's own table on the embedded DynamoDB, with the adapters of an interview. What the store is asked goes to it
 * directly, since the SDK costs four times what the store does; while a fault stands it goes through both.
 */
export async function startInterviewStore({ start = today }: { start?: Date } = {}) {
  const definition = await readTableDefinition();
  const store = await startTestStore([definition]);
  const logs = captureLogs();
  const clock = createClock({ frozen: true, start });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const common = { name: definition.TableName, region: 'us-east-1', clock, credentials };
  const wire = openWire(store.dynamo.endpoint);
  const faulty = openTable({ ...common, endpoint: store.proxy.endpoint });
  const { faults } = store.proxy;
  const over = (send: (command: never) => Promise<unknown>): Table => ({ ...faulty, send: send as Table['send'] });
  const table = over((command) => (faults.stand() ? faulty.send(command) : wire.send(command)));
  return {
    clock,
    table,
    /** Past the faults. */
    direct: over(wire.send),
    faults,
    interviews: dynamoInterviews(table),
    operations: dynamoOperations(table),
    async stop() {
      wire.close();
      await store.stop();
      logs.release();
    },
  };
}
export type InterviewStore = Awaited<ReturnType<typeof startInterviewStore>>;

let made = 0;
/** Ids of an interview that is in nobody's way. */
export function newIds() {
  made += 1;
  const n = String(made).padStart(4, '0');
  return {
    interviewId: `itv_${n}`,
    applicationId: `app_${n}`,
    candidateId: `cand_${n}`,
    requisitionId: `req_${n}`,
    positionId: 'pos_salesrep',
  };
}

/** What a command would change; the decision must not be refused. */
export function changeOf(
  before: InterviewState | undefined,
  command: InterviewCommand,
  now: Date,
  more: { drafts?: (after: InterviewState) => DraftChange[]; operationId?: string; version?: number } = {},
): Change & { after: InterviewState } {
  const decision = decide(before, command, now);
  if (!decision.ok) throw new Error(`refused: ${decision.error}`);
  const after = decision.value.reduce<InterviewState | undefined>(evolve, before);
  if (after === undefined) throw new Error('nothing decided');
  return {
    company,
    before,
    after,
    events: decision.value,
    due: dueDifference(before, after),
    ...(more.drafts && { drafts: more.drafts(after) }),
    ...(more.operationId !== undefined && {
      operation: { id: more.operationId, name: command.type, bodyHash: 'h', answer: { version: after.version } },
    }),
    ...(before === undefined && { plan: salesPlan }),
  };
}

export const inviteCommand = (now: Date, ids = newIds()): InterviewCommand & { type: 'invite' } => ({
  type: 'invite',
  by: 'usr_hr',
  ...ids,
  terms: freezeTerms(salesPlan, defaultSettings, now),
});

export const consents = [{ purpose: 'ai_evaluation' as const, version: '1', granted: true }];

const createAll = ({ attempt, epoch, terms }: InterviewState): DraftChange[] =>
  terms.questionIds.map((questionId) => ({ op: 'create', attempt, questionId, number: draftNumber(epoch, 0) }));

/** An interview that has been started: attempt 1, epoch 1, an empty draft for every question. */
export async function started({ interviews, clock }: InterviewStore): Promise<InterviewState> {
  const now = clock.now();
  const invited = changeOf(undefined, inviteCommand(now), now);
  const start = changeOf(invited.after, { type: 'start', by: invited.after.candidateId, consents }, now, {
    drafts: createAll,
  });
  for (const change of [invited, start]) {
    const committed = await interviews.commit(change);
    if (!committed.ok) throw new Error(`not committed: ${committed.error.kind}`);
  }
  return start.after;
}

/** 「是」 on another device: epoch + 1. */
export async function reopened({ interviews, clock }: InterviewStore, state: InterviewState): Promise<InterviewState> {
  const change = changeOf(state, { type: 'resume', by: state.candidateId, activeAt: state.invitedAt }, clock.now(), {
    drafts: ({ attempt, epoch, terms }) =>
      terms.questionIds.map((questionId) => ({ op: 'raise', attempt, questionId, number: draftNumber(epoch, 0) })),
  });
  const committed = await interviews.commit(change);
  if (!committed.ok) throw new Error(`not committed: ${committed.error.kind}`);
  return change.after;
}
