import * as z from 'zod';
import type { Interviews, Operations } from '#functions/ports.ts';
import { reportSchema } from '#shared/evaluation/report.ts';
import { draftContentSchema } from '#shared/interview/draft.ts';
import { interviewEventSchema } from '#shared/interview/events.ts';
import { planSchema } from '#shared/interview/plan.ts';
import { interviewStateSchema } from '#shared/interview/state.ts';
import { commit } from './commit.ts';
import { putUnlessErased } from './erased.ts';
import { keys } from './keys.ts';
import { get, list } from './read.ts';
import { saveDraft } from './save-draft.ts';
import type { Table } from './table.ts';

const draftSchema = z.object({
  questionId: z.string(),
  number: z.number(),
  content: draftContentSchema,
  savedAt: z.string(),
  sealed: z.boolean(),
});
const recordedSchema = z.object({ version: z.number(), event: interviewEventSchema });
const noteSchema = z.object({ name: z.string(), value: z.record(z.string(), z.unknown()) });
const operationSchema = z.object({
  id: z.string(),
  name: z.string(),
  bodyHash: z.string(),
  answer: z.record(z.string(), z.unknown()),
});

export const dynamoInterviews = (table: Table): Interviews => ({
  load: (company, itv) => get(table, keys.state(company, itv), interviewStateSchema),
  async plan(company, itv) {
    const item = await get(table, keys.plan(company, itv), z.object({ plan: planSchema }));
    if (item === undefined) throw new Error('an interview without a plan');
    return item.plan;
  },
  drafts: (company, itv, attempt) => list(table, keys.draft(company, itv, attempt, ''), draftSchema),
  beside: (company, itv, attempt) =>
    list(table, { ...keys.state(company, itv), sk: `BESIDE#${attempt}#` }, draftSchema),
  history: (company, itv) => list(table, { ...keys.state(company, itv), sk: 'EVENT#' }, recordedSchema),
  async report(company, itv, version) {
    return (await get(table, keys.report(company, itv, version), z.object({ report: reportSchema })))?.report;
  },
  commit: (change) => commit(table, change),
  saveDraft: (save) => saveDraft(table, save),
  async ofCandidate(company, cand) {
    const own = await list(table, keys.candidateInterview(company, cand, ''), z.object({ interviewId: z.string() }), {
      backwards: true,
    });
    return own.map((item) => item.interviewId);
  },
  notes: (company, itv, prefix) => list(table, keys.note(company, itv, prefix), noteSchema),
  async putNote(company, itv, note, once) {
    const Item = { ...keys.note(company, itv, note.name), ...note };
    const condition = once === undefined ? {} : { ConditionExpression: 'attribute_not_exists(pk)' };
    return putUnlessErased(table, { company, of: itv }, { Item, ...condition });
  },
});

export const dynamoOperations = (table: Table): Operations => ({
  find: (company, id) => get(table, keys.operation(company, id), operationSchema),
});
