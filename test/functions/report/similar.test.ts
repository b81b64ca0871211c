import { afterAll, beforeAll, expect, it } from 'vitest';
import { eraseInterview } from '#functions/adapters/dynamo/erase-interview.ts';
import { review } from '#functions/report/review.ts';
import { bringUpToDate } from '#functions/sync/bring-up-to-date.ts';
import { company } from '#test/functions/adapters/dynamo/store.ts';
import { ask, hr, type Stage, said, startStage, strong } from '#test/functions/evaluation/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.stop());

it('an answer like another names whose that was, until they are deleted', async () => {
  const own = `${strong.qdelay?.sent.join('')}我会专门记下这位客户的产线班次。`;
  const first = await stage.submitted({ qdelay: said(own) });
  await stage.judged(first);
  await bringUpToDate(stage.deps, company, first.interviewId);
  const { interviewId } = await stage.reported({ qdelay: said(`${own.slice(0, -8)}另外的话。`) });
  const likeness = async () => {
    const view = await review(stage.deps, ask(hr, { interviewId }));
    return view.ok ? view.value.answers.find(({ questionId }) => questionId === 'qdelay')?.similarTo : undefined;
  };
  expect(await likeness()).toEqual([first.applicationId]);
  const links = { questionIds: ['qdelay'], slots: [], paraphraseIds: [], joined: false, anon: 'itv_nobody' };
  await eraseInterview(stage.table, company, first.candidateId, { ...first, ...links });
  expect(await likeness()).toEqual([]);
});
