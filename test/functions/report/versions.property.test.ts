import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { reopen } from '#functions/interview/reopen.ts';
import { acceptParaphrase } from '#functions/position/accept-paraphrase.ts';
import { judge } from '#functions/report/judge.ts';
import { rate } from '#functions/report/rate.ts';
import { reevaluate } from '#functions/report/reevaluate.ts';
import { review } from '#functions/report/review.ts';
import { rubricScorer } from '#shared/evaluation/rubric-scorer.ts';
import type { Scorer } from '#shared/evaluation/scorer.ts';
import { company } from '#test/functions/adapters/dynamo/store.ts';
import { ask, candidateOf, hr, newOperation, type Stage, said, startStage } from '#test/functions/evaluation/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.stop());

const steps = [
  'again',
  'reopen',
  'correct',
  'rate',
  'judge',
  'accept',
  'down',
  'repeat',
  'clock',
  'restartScorer',
] as const;
type Step = (typeof steps)[number];

it('a version of a report, once seen, never changes, nor the words it was made from', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...steps), { minLength: 3, maxLength: 8 }), async (walk) => {
      const { interviewId } = await stage.reported();
      let said1 = 0;
      let scorer: Scorer = rubricScorer;
      const load = () => stage.load({ interviewId });
      const look = async (version: number) => {
        const view = await review(stage.deps, ask(hr, { interviewId }, {}, { version }));
        if (!view.ok) throw new Error(`${version}: ${view.error.code}`);
        const { report, answers, versions } = view.value;
        return {
          report,
          answers: answers.map(({ questionId, text, counted }) => ({ questionId, text, counted })),
          listed: versions.find((one) => one.report === version),
        };
      };
      const acts: Record<Step, () => Promise<unknown>> = {
        again: () => reevaluate(stage.deps, ask(hr, { interviewId }, { operationId: newOperation() })),
        async reopen() {
          const reason = 'technical' as const;
          const open = await reopen(stage.deps, ask(hr, { interviewId }, { operationId: newOperation(), reason }));
          if (!open.ok) return;
          said1 += 1;
          await stage.ended(await load(), { qclose: said(`第${said1}次重新说:先问清客户犹豫的原因,再跟进到成交。`) });
        },
        async correct() {
          const state = await load();
          const ticketId = `tkt_${state.tickets.length}`;
          const by = candidateOf(state).candidateId;
          if (state.tickets.length > 10) return;
          const open = { type: 'openTicket', by, ticketId, kind: 'transcript', category: 'other' } as const;
          const asked = await stage.after(state, open);
          said1 += 1;
          const value = { ticketId, questionId: 'qmissed', text: `第${said1}次更正:差距是五十七万。` };
          await stage.interviews.putNote(company, interviewId, { name: `correction#${ticketId}#qmissed`, value });
          const close = { type: 'closeTicket', by: 'x', ticketId, resolution: 'granted', fault: 'none' } as const;
          await stage.after(asked, close);
        },
        rate: () => rate(stage.deps, ask(hr, { interviewId, questionId: 'qclose' }, { level: 2 })),
        async judge() {
          const { report } = await load();
          const words = { overall: 50, dimensions: {}, note: '我的判断' };
          await judge(
            stage.deps,
            ask(hr, { interviewId }, { operationId: newOperation(), report: report.version, ...words }),
          );
        },
        accept: () =>
          acceptParaphrase(
            stage.deps,
            ask(
              hr,
              { positionId: stage.positionId },
              {
                operationId: newOperation(),
                interviewId,
                questionId: 'qdelay',
                keyPoint: '不推卸责任',
                phrase: '货是我们卖的',
              },
            ),
          ),
        async down() {
          scorer = {
            ...rubricScorer,
            name: 'down',
            judge: async () => {
              throw new Error('down');
            },
          };
        },
        async restartScorer() {
          scorer = rubricScorer;
        },
        async repeat() {
          const state = await load();
          for (const request of [1, 3, state.report.request]) {
            await stage.judged({ ...state, report: { ...state.report, request } }, { scorer });
          }
        },
        async clock() {
          stage.clock.advance('PT1H');
          await stage.tick();
        },
      };
      const seen = new Map<number, Awaited<ReturnType<typeof look>>>([[1, await look(1)]]);
      for (const step of walk) {
        await acts[step]();
        await stage.settle(await load(), { scorer });
        const { report } = await load();
        for (let version = 1; version <= report.version; version += 1) {
          const now = await look(version);
          const before = seen.get(version);
          if (before !== undefined) expect(now).toEqual(before);
          seen.set(version, now);
          for (const { questionId, evidence } of now.report?.items ?? []) {
            const text = now.answers.find((one) => one.questionId === questionId)?.text ?? '';
            for (const { quote, start, end } of evidence) expect(text.slice(start, end)).toBe(quote);
          }
        }
        expect(Math.max(...seen.keys())).toBe(report.version);
      }
    }),
    { numRuns: 4 },
  );
}, 120_000);
