import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDraftModel, type DraftStore } from '#test/shared/interview/draft-model.ts';
import { actions, runDrafts } from '#test/shared/interview/draft-run.ts';
import { ids } from '#test/shared/interview/stories.ts';
import { salesPlan } from '#test/world/seeds/sales-plan.ts';
import { type InterviewStore, startInterviewStore } from './store.ts';

let store: InterviewStore;
beforeAll(async () => {
  store = await startInterviewStore();
});
afterAll(() => store.stop());

test('the table answers as the model does, whatever happens', async () => {
  let n = 0;
  await fc.assert(
    fc.asyncProperty(actions, async (wanted) => {
      n += 1;
      const company = `co_run${n}`;
      const { interviewId } = ids;
      const real: DraftStore = {
        save: (save) => store.interviews.saveDraft({ ...save, company, interviewId }),
        commit: (change) =>
          store.interviews.commit({ ...change, company, ...(change.before === undefined && { plan: salesPlan }) }),
        drafts: (attempt) => store.interviews.drafts(company, interviewId, attempt),
        beside: (attempt) => store.interviews.beside(company, interviewId, attempt),
      };
      const told = await runDrafts(createDraftModel(ids.candidateId), wanted);
      const got = await runDrafts(real, wanted);
      expect(got.problems).toEqual([]);
      const untimed = (answers: unknown[]) => JSON.parse(JSON.stringify(answers).replace(/,"savedAt":"[^"]*"/g, ''));
      expect(untimed(got.answers)).toEqual(untimed(told.answers));
    }),
    { numRuns: 8 },
  );
});
