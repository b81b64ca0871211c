import { describe, expect, test } from 'vitest';
import { reportDimensionSchema, reportItemSchema } from '#shared/evaluation/report.ts';
import { rubricScorer } from '#shared/evaluation/rubric-scorer.ts';
import { salesPlan } from '#test/world/seeds/sales-plan.ts';
import { itemOf, oneQuestion, salesInterview } from './interviews.ts';

const judge = rubricScorer.judge;

test('the strong answers outrank the middling ones, and those the weak ones, in all and in every dimension', async () => {
  const [strong, middling, weak] = await Promise.all([
    judge(salesInterview('strong')),
    judge(salesInterview('middling')),
    judge(salesInterview('weak')),
  ]);
  expect(strong.overall).toBeGreaterThanOrEqual(80);
  expect(middling.overall).toBeGreaterThan(weak.overall ?? 100);
  expect(middling.overall).toBeLessThan(80);
  expect(weak.overall).toBeLessThan(40);
  strong.dimensions.forEach(({ score }, at) => {
    expect(score).toBeGreaterThan(middling.dimensions[at]?.score ?? 100);
    expect(middling.dimensions[at]?.score).toBeGreaterThan(weak.dimensions[at]?.score ?? 100);
  });
});

test('a judgement has the shape of a report, and every point is either quoted or missing', async () => {
  const { items, dimensions } = await judge(salesInterview('strong'));
  for (const dimension of dimensions) expect(reportDimensionSchema.parse(dimension)).toEqual(dimension);
  for (const item of items) {
    expect(reportItemSchema.parse(item)).toEqual(item);
    const keyPoints = salesPlan.questions.find((one) => one.id === item.questionId)?.keyPoints ?? [];
    expect([...item.evidence.map((one) => one.keyPoint), ...item.missing].sort()).toEqual([...keyPoints].sort());
    expect(item.flags).toEqual([]);
    expect(item.structure?.ownActions.length).toBeGreaterThan(0);
  }
});

test('a dimension gives its reasons from the questions that name it, with the quote where a point was shown', async () => {
  const { dimensions } = await judge(salesInterview('strong'));
  const culture = dimensions.find((one) => one.name === '文化匹配');
  expect(new Set(culture?.reasons.map((one) => one.questionId))).toEqual(new Set(['qmissed', 'qdelay']));
  for (const reason of culture?.reasons ?? []) {
    if (reason.kind !== 'deducted') expect(reason.quote !== undefined).toBe(reason.kind === 'shown');
    expect(Math.sign(reason.points ?? 0)).not.toBe(reason.kind === 'shown' ? -1 : 1);
  }
  expect(culture?.level).toBe(5);
});

describe('too little to judge', () => {
  test.each(['', '   ', '不知道', '没有', '啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊', '🙂🙂🙂', '......'])(
    '%j has no score',
    async (text) => {
      const item = await itemOf(rubricScorer, oneQuestion(text));
      expect(item).toMatchObject({ score: null, evidence: [] });
      expect(item.flags).toContain('too_short');
    },
  );

  test('half of the weight has to be judged for an overall score', async () => {
    const { qclose, qprice, qdelay } = Object.fromEntries(
      salesInterview('strong').items.map(({ question, answer }) => [question.id, answer.text]),
    );
    const culture = await judge({
      ...salesInterview({ qdelay: qdelay ?? '' }),
      competencies: salesPlan.competencies,
    });
    expect(culture).toMatchObject({ overall: expect.any(Number), insufficient: false });
    const none = await judge(salesInterview({}));
    expect(none).toMatchObject({ overall: null, insufficient: true });
    expect(none.dimensions.every((one) => one.score === null && one.reasons.length === 0)).toBe(true);

    const talk = await judge({
      competencies: [
        { name: '沟通能力', weight: 0.4, description: '' },
        { name: '抗压能力', weight: 0.6, description: '' },
      ],
      items: salesInterview({ qclose: qclose ?? '', qprice: qprice ?? '' }).items,
    });
    expect(talk).toMatchObject({ overall: null, insufficient: true });
    expect(talk.dimensions[0]?.score).toBeGreaterThan(70);
    expect(talk.dimensions[1]?.score).toBeNull();
  });

  test('a question without key points cannot be judged', async () => {
    expect(await itemOf(rubricScorer, oneQuestion('我讲了很长很长的一段话，可是没有要点可以对照。', []))).toMatchObject(
      {
        score: null,
        evidence: [],
      },
    );
  });
});

test('what was said nowhere near the point scores nothing and is listed as missing', async () => {
  const item = await itemOf(rubricScorer, oneQuestion('我平时喜欢打羽毛球，周末会带家里人去爬山，也喜欢看电影。'));
  expect(item).toMatchObject({ evidence: [], missing: ['做过复盘', '倾听客户', '不推卸责任'] });
  expect(item.score).toBeLessThan(30);
});

test('a phrase HR accepted counts as the key point, and says so; denied it does not', async () => {
  const withPhrase = (text: string) => {
    const input = oneQuestion(text, ['做过复盘', '倾听客户']);
    const paraphrases = [{ keyPoint: '做过复盘', phrase: '掰开揉碎' }];
    return { ...input, items: input.items.map((one) => ({ ...one, question: { ...one.question, paraphrases } })) };
  };
  const said = '那个月丢了两单，我们几个人把这两单从头到尾掰开揉碎讲了一遍，找到是报价慢了三天。';
  const without = await itemOf(rubricScorer, oneQuestion(said, ['做过复盘', '倾听客户']));
  const item = await itemOf(rubricScorer, withPhrase(said));
  expect(item.evidence).toMatchObject([{ keyPoint: '做过复盘', paraphrase: '掰开揉碎' }]);
  expect(item.score).toBeGreaterThanOrEqual(without.score ?? 100);
  const denied = await itemOf(
    rubricScorer,
    withPhrase('那个月丢了两单，我们也没有掰开揉碎去讲，就过去了，大家都很忙。'),
  );
  expect(denied.evidence.some((one) => one.paraphrase)).toBe(false);
});

test('what nobody heard is proposed for the next interview, the heaviest first', async () => {
  const { nextQuestions, items } = await judge(salesInterview('weak'));
  expect(nextQuestions).toHaveLength(5);
  for (const { questionId, keyPoint } of nextQuestions ?? [])
    expect(items.find((one) => one.questionId === questionId)?.missing).toContain(keyPoint);
});

test('evidence is cut from what was written, whatever width or hidden characters it has', async () => {
  const text = '当时很被动。\r\n后来我带组里做了一次复\u200B盘，用了ＣＲＭ里的记录！其他的没什么了。';
  const item = await itemOf(rubricScorer, oneQuestion(text, ['做过复盘', '使用CRM']));
  expect(item.evidence.map(({ keyPoint, quote }) => [keyPoint, quote])).toEqual([
    ['做过复盘', '后来我带组里做了一次复\u200B盘，用了ＣＲＭ里的记录！'],
    ['使用CRM', '后来我带组里做了一次复\u200B盘，用了ＣＲＭ里的记录！'],
  ]);
});

test('a long dictated answer without full stops is quoted in pieces', async () => {
  const filler = '那段时间事情特别多大家都很忙，'.repeat(6);
  const item = await itemOf(rubricScorer, oneQuestion(`${filler}最后我们坐下来做了一次复盘，${filler}`));
  expect(item.evidence[0]?.quote).toContain('复盘');
  expect(item.evidence[0]?.quote.length).toBeLessThanOrEqual(60);
});
