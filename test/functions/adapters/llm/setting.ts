import type { EndpointLimits } from '#functions/adapters/endpoint/endpoint-policy.ts';
import { type LlmScorerOptions, llmScorer } from '#functions/adapters/llm/llm-scorer.ts';
import { openAiComplete } from '#functions/adapters/llm/openai-complete.ts';
import type { ScoreCache } from '#functions/adapters/llm/score-cache.ts';
import { rubricScorer } from '#shared/evaluation/rubric-scorer.ts';
import type { Scorer, ScorerInput } from '#shared/evaluation/scorer.ts';
import type { startFakeLlm } from '#test/world/llm/start-fake-llm.ts';

export type FakeLlm = Awaited<ReturnType<typeof startFakeLlm>>;

/** No test waits: pauses are a millisecond. A try may take what a busy machine needs. */
export const quick: EndpointLimits = { firstWaitMs: 1, timeoutMs: 5000, tries: 3 };

export const scorerFor = (llm: FakeLlm, over: Partial<LlmScorerOptions> = {}): Scorer =>
  llmScorer({
    complete: openAiComplete({ baseUrl: llm.baseUrl, apiKey: llm.apiKey, model: 'fake-1' }),
    model: 'fake-1',
    fallback: rubricScorer,
    limits: quick,
    ...over,
  });

export function createMemoryCache(): ScoreCache & { held: Map<string, unknown> } {
  const held = new Map<string, unknown>();
  return {
    held,
    get: async (hash) => held.get(hash),
    put: async (hash, reply) => void held.set(hash, structuredClone(reply)),
  };
}

export const competencies: ScorerInput['competencies'] = [
  {
    name: '客户沟通',
    weight: 0.6,
    description: '能听懂客户的顾虑并回应。',
    anchors: [
      { level: 3, text: '能回应部分顾虑' },
      { level: 4, text: '能逐条回应顾虑' },
      { level: 5, text: '能回应顾虑并推动下一步' },
    ],
  },
  { name: '文化匹配', weight: 0.4, description: '诚信、担责。', kind: 'culture' },
];

const complaint = {
  id: 'qcomplain',
  kind: 'structured' as const,
  prompt: '请讲一次您处理客户投诉的经历。',
  keyPoints: ['先道歉并安抚客户', '核实原因', '给出补救方案', '事后复盘总结'],
  competencies: ['客户沟通', '文化匹配'],
};

const refusal = {
  id: 'qrefuse',
  kind: 'scenario' as const,
  prompt: '客户说报价太高,您怎么回应?',
  keyPoints: ['了解客户比较的对象', '说明整体成本', '约定下一步'],
  competencies: ['客户沟通'],
};

export const complaintAnswer =
  '客户的设备停了,他在电话里很生气,我先道歉,安抚客户的情绪。\n然后我去现场核实原因,发现是我们发错了型号。' +
  '当天给出补救方案:从仓库调了一台备机,晚上八点前装好。';
export const refusalAnswer =
  '我会先了解客户拿来比较的对象是哪一家。接着说明整体成本,比如故障率和交期带来的损失。最后约定下一步:周四带样品上门。';

export const input = (over: { complaint?: string; refusal?: string } = {}): ScorerInput => ({
  competencies,
  items: [
    { question: complaint, answer: { text: over.complaint ?? complaintAnswer } },
    { question: refusal, answer: { text: over.refusal ?? refusalAnswer } },
  ],
});

/** Ratings asked of the model for `input()`: two dimensions of one question, one of the other, three samples each. */
export const ratingsAsked = 9;
