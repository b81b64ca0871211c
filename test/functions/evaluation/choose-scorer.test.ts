import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseScorer } from '#functions/adapters/choose-scorer.ts';
import { noCache } from '#functions/adapters/llm/score-cache.ts';
import { rubricScorer } from '#shared/evaluation/rubric-scorer.ts';
import { company } from '#test/functions/adapters/dynamo/store.ts';
import { type Stage, startStage } from '#test/functions/evaluation/stage.ts';
import { startFakeLlm } from '#test/world/llm/start-fake-llm.ts';

let stage: Stage;
let llm: Awaited<ReturnType<typeof startFakeLlm>>;
beforeAll(async () => {
  stage = await startStage();
  llm = await startFakeLlm();
});
afterAll(async () => {
  await llm.stop();
  await stage.stop();
});

const surroundings = { cache: noCache, bedrock: { region: 'us-east-1' } };
const model = () =>
  chooseScorer({ kind: 'openai', baseUrl: llm.baseUrl, key: llm.apiKey, model: 'test', samples: 1 }, surroundings);
const reportOf = async ({ interviewId, report }: { interviewId: string; report: { version: number } }) =>
  stage.interviews.report(company, interviewId, report.version);

describe('the scorer of an installation', () => {
  it('is the embedded one where nothing else is named', () => {
    expect(chooseScorer(undefined, surroundings)).toEqual({ scorer: rubricScorer, embedded: rubricScorer });
    const named = { kind: 'rubric' as const, baseUrl: '', key: '', model: '', samples: 3 };
    expect(chooseScorer(named, surroundings).scorer).toBe(rubricScorer);
  });

  it('is a model behind an endpoint, with its usage in the report', async () => {
    const state = await stage.reported(undefined, model());
    expect(await reportOf(state)).toMatchObject({
      mode: 'scored',
      scorer: { name: 'llm', calibrated: false },
      usage: { calls: expect.any(Number) },
    });
    expect(llm.requests()).toBeGreaterThan(5);
  });

  it('leaves the evidence when the endpoint is away, and is asked again when it is back (SCENARIOS 25)', async () => {
    const state = await stage.submitted();
    const away = { baseUrl: 'http://127.0.0.1:9/v1', key: '', model: 'test', samples: 1 };
    await stage.settle(state, chooseScorer({ kind: 'openai', ...away }, surroundings));
    const evidence = await stage.load(state);
    expect(evidence.report).toMatchObject({ status: 'ready', mode: 'evidence_only', overall: null });
    stage.clock.advance('PT31M');
    await stage.tick();
    expect(await stage.settle(state, model())).toEqual(['done']);
    expect((await stage.load(state)).report).toMatchObject({ version: 2, mode: 'scored' });
  }, 60_000);
});
