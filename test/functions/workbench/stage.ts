import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { dynamoBoards } from '#functions/adapters/dynamo/boards.ts';
import { dynamoChecks, dynamoCounters } from '#functions/adapters/dynamo/checks.ts';
import { dynamoCopies } from '#functions/adapters/dynamo/copies.ts';
import { dynamoCredits } from '#functions/adapters/dynamo/credits.ts';
import { dynamoDeliveries } from '#functions/adapters/dynamo/deliveries.ts';
import { dynamoDirectory } from '#functions/adapters/dynamo/directory.ts';
import { dynamoFilters } from '#functions/adapters/dynamo/filters.ts';
import { dynamoHealed } from '#functions/adapters/dynamo/healed.ts';
import { dynamoIdentities } from '#functions/adapters/dynamo/identities.ts';
import { keys } from '#functions/adapters/dynamo/keys.ts';
import { dynamoNameplates } from '#functions/adapters/dynamo/nameplates.ts';
import { dynamoRules } from '#functions/adapters/dynamo/rules.ts';
import { dynamoWorkbenchRows } from '#functions/adapters/dynamo/workbench-rows.ts';
import type { Sent, StaffActor } from '#functions/ports.ts';
import { bringUpToDate } from '#functions/sync/bring-up-to-date.ts';
import { list } from '#functions/workbench/list.ts';
import type { Query } from '#shared/contract/operations.ts';
import type { WorkbenchFilter } from '#shared/contract/workbench.ts';
import type { InterviewCommand } from '#shared/interview/commands.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { freezeTerms } from '#shared/interview/terms.ts';
import { plusMinutes } from '#shared/interview/windows.ts';
import { defaultSettings } from '#shared/settings.ts';
import { changeOf, company, consents, newIds, startInterviewStore } from '#test/functions/adapters/dynamo/store.ts';
import { figuresOn } from '#test/functions/figures-deps.ts';
import { company as seededCompany, staff } from '#test/world/seeds/company.ts';
import { salesPosition } from '#test/world/seeds/positions.ts';
import { salesPlan } from '#test/world/seeds/sales-plan.ts';

const hr: StaffActor = { role: 'recruiter', company, userId: staff[0]?.userId ?? '' };
export const positions = { sales: 'pos_salesrep', support: 'pos_support' } as const;
const openings = {
  [positions.sales]: { requisitionId: 'req_sales', department: '销售部', position: '销售代表' },
  [positions.support]: { requisitionId: 'req_support', department: '客服部', position: '客服专员' },
};

/** The workbench's use cases over the product's own table; interviews are brought where they are wanted. */
export async function startStage() {
  const store = await startInterviewStore();
  const { clock, table, interviews } = store;
  const boards: { userid: string; items: Record<string, string> }[] = [];
  let answer: Sent = { state: 'sent' };
  const deps = {
    ...figuresOn(table),
    interviews,
    clock,
    copies: dynamoCopies(table),
    deliveries: dynamoDeliveries(table),
    credits: dynamoCredits(table),
    identities: dynamoIdentities(table),
    checks: dynamoChecks(table),
    counters: dynamoCounters(table),
    rows: dynamoWorkbenchRows(table),
    nameplates: dynamoNameplates(table),
    filters: dynamoFilters(table),
    healed: dynamoHealed(table),
    boards: dynamoBoards(table),
    directory: dynamoDirectory(table),
    rules: dynamoRules(table),
    messengers: {
      async wecomBoard({ userid }: { userid: string }, items: { key: string; data: string }[]) {
        boards.push({ userid, items: Object.fromEntries(items.map(({ key, data }) => [key, data])) });
        return answer;
      },
    },
  };
  const put = (Item: Record<string, unknown>) => store.direct.send(new PutCommand({ TableName: table.name, Item }));
  await put({ ...keys.company(company), ...seededCompany, companyId: company, settings: {} });
  for (const positionId of Object.values(positions)) {
    const opening = { ...openings[positionId], positionId, headcount: 3, inPost: 1, vacancies: 2 };
    await put({ ...keys.position(company, positionId), ...salesPosition, positionId, department: opening.department });
    const more = { ownerId: hr.userId, openedAt: '2026-01-01T00:00:00.000Z' };
    await put({ ...keys.requisition(company, opening.requisitionId), ...opening, ...more });
  }
  for (const one of staff) await put({ ...keys.staff(company, one.userId), ...one });

  async function after(before: InterviewState, command: InterviewCommand): Promise<InterviewState> {
    const change = changeOf(before, command, clock.now());
    const committed = await interviews.commit(change);
    if (!committed.ok) throw new Error(`not committed: ${committed.error.kind}`);
    await bringUpToDate(deps, company, before.interviewId);
    return change.after;
  }
  async function invited(name = '某人', positionId: keyof typeof openings = positions.sales) {
    const ids = { ...newIds(), positionId, requisitionId: openings[positionId].requisitionId };
    await put({
      ...keys.candidate(company, ids.candidateId),
      candidateId: ids.candidateId,
      name,
      phone: '13800000000',
      headline: '',
    });
    const terms = freezeTerms(salesPlan, { ...defaultSettings, booking: true }, clock.now());
    const change = changeOf(undefined, { type: 'invite', by: hr.userId, ...ids, terms }, clock.now());
    const committed = await interviews.commit({ ...change, name });
    if (!committed.ok) throw new Error(`not committed: ${committed.error.kind}`);
    await bringUpToDate(deps, company, ids.interviewId);
    return change.after;
  }
  async function booked(state: InterviewState, startsAt: string) {
    const endsAt = new Date(Date.parse(startsAt) + 30 * 60_000).toISOString();
    const slotId = `slot_${Date.parse(startsAt).toString(36)}`;
    return after(state, { type: 'book', by: state.candidateId, slot: { slotId, startsAt, endsAt } });
  }
  async function submitted(name?: string, positionId?: keyof typeof openings) {
    const here = await booked(await invited(name, positionId), plusMinutes(clock.now().toISOString(), 1));
    const started = await after(here, { type: 'start', by: here.candidateId, consents });
    const content = { sent: ['答'], typing: '', done: true };
    const contents = Object.fromEntries(started.terms.questionIds.map((id) => [id, content]));
    return after(started, { type: 'end', by: here.candidateId, contents, activeAt: clock.now().toISOString() });
  }
  /** With a report of that score, which no scorer wrote. */
  async function scored(overall: number, name?: string, positionId?: keyof typeof openings) {
    const state = await submitted(name, positionId);
    const { attempt, report } = state;
    return after(state, {
      type: 'attachReport',
      by: 'system',
      attempt,
      request: report.request,
      report: report.version + 1,
      overall,
      scorer: 'test',
      mode: 'scored',
    });
  }
  async function load({ interviewId }: Pick<InterviewState, 'interviewId'>): Promise<InterviewState> {
    const state = await interviews.load(company, interviewId);
    if (state === undefined) throw new Error('an interview vanished');
    return state;
  }
  async function bench(query: WorkbenchFilter & { cursor?: string } = {}) {
    const found = await list(deps, ask({}, {}, query as Query<'workbench.list'>));
    if (!found.ok) throw new Error('refused');
    return found.value;
  }
  return {
    ...store,
    deps,
    put,
    after,
    invited,
    booked,
    submitted,
    scored,
    load,
    bench,
    boards,
    answerWith: (next: Sent) => {
      answer = next;
    },
    /** Names of those who are found, page after page. */
    async names(query: WorkbenchFilter = {}): Promise<string[]> {
      const names: string[] = [];
      let cursor: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof bench>> = await bench(cursor === null ? query : { ...query, cursor });
        names.push(...page.rows.map(({ candidate }) => candidate));
        cursor = page.cursor;
      } while (cursor !== null);
      return names;
    },
  };
}
export type Stage = Awaited<ReturnType<typeof startStage>>;

/** A request of HR as the dispatcher hands it to a use case. */
export const ask = <P, I, Q>(params: P, input: I, query: Q) => ({ actor: hr, params, query, input, bodyHash: '' });
