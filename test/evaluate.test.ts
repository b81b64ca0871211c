import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type AnswerSet, answers } from './world/seeds/answers.ts';
import { salesPlan } from './world/seeds/sales-plan.ts';

const folder = mkdtempSync(join(tmpdir(), 'evaluate-'));
afterAll(() => rmSync(folder, { recursive: true }));

function evaluate(content: unknown) {
  const path = join(folder, 'interview.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  const { status, stdout, stderr } = spawnSync(process.execPath, ['test/evaluate.ts', path], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

const interview = (set: keyof typeof answers) => ({
  position: '销售代表',
  competencies: salesPlan.competencies,
  items: salesPlan.questions.map(({ prompt, kind, keyPoints, id }) => ({
    question: { prompt, kind, keyPoints },
    answer: { text: answers[set][id as keyof AnswerSet].join('\n') },
  })),
});

test('one interview in, one report out, with quotes that stand at their offsets', () => {
  const { status, stdout, stderr } = evaluate(interview('strong'));
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const report = JSON.parse(stdout);
  expect(report).toMatchObject({ position: '销售代表', scorer: { calibrated: false }, overall: expect.any(Number) });
  expect(report).not.toHaveProperty('insufficient');
  expect(report.dimensions.map((one: { name: string }) => one.name)).toEqual(
    salesPlan.competencies.map((one) => one.name),
  );
  const scores = report.items.map((one: { score: number }) => one.score);
  // No question names its competencies, so each counts for all of them.
  for (const { score, reasons } of report.dimensions) {
    expect(score).toBe(Math.round(scores.reduce((sum: number, one: number) => sum + one, 0) / scores.length));
    expect(reasons.length).toBeGreaterThan(0);
  }
  expect(report.items).toHaveLength(5);
  report.items.forEach((item: { evidence: { quote: string; start: number; end: number }[] }, at: number) => {
    expect(item.evidence.length).toBeGreaterThan(0);
    for (const { quote, start, end } of item.evidence)
      expect(interview('strong').items[at]?.answer.text.slice(start, end)).toBe(quote);
  });
});

test('an array in gives an array out, in its order', () => {
  const { stdout } = evaluate((['weak', 'strong', 'middling'] as const).map(interview));
  const [weak, strong, middling] = JSON.parse(stdout).map((one: { overall: number }) => one.overall);
  expect(strong).toBeGreaterThan(middling);
  expect(middling).toBeGreaterThan(weak);
  expect(evaluate([]).stdout).toBe('[]\n');
});

test('too little to judge says so, and still has numbers to rank by', () => {
  const short = interview('strong');
  const { stdout, status } = evaluate({
    ...short,
    items: short.items.map((item) => ({ ...item, answer: { text: '持续跟进' } })),
  });
  expect(status).toBe(0);
  const report = JSON.parse(stdout);
  expect(report).toMatchObject({ insufficient: true, overall: expect.any(Number) });
  expect(report.overall).toBeGreaterThan(0);
  expect(report.items[0]).toMatchObject({ insufficient: true, score: expect.any(Number), flags: ['too_short'] });
});

test('ids that were given come back, weights may be on any scale', () => {
  const question = { id: '第一题', prompt: '请谈谈复盘', kind: 'skill', keyPoints: ['总结经验'], competencies: ['乙'] };
  const { stdout } = evaluate({
    position: '测试',
    competencies: [
      { name: '甲', weight: 40, description: '' },
      { name: '乙', weight: 60, description: '' },
    ],
    items: [{ question, answer: { text: '每个月底我都会带大家总结经验，写成一页纸发到群里。' } }],
  });
  const report = JSON.parse(stdout);
  const { score } = report.items[0];
  expect(score).toBeGreaterThan(30);
  expect(report).toMatchObject({ overall: score, items: [{ questionId: '第一题' }] });
  expect(report.dimensions[1].reasons[0].questionId).toBe('第一题');
  expect(report.dimensions[0]).toMatchObject({ insufficient: true, score: 0 });
});

test.each([
  ['{', /is not JSON/],
  [{}, /is not an interview: at competencies/],
  [[interview('weak'), { ...interview('weak'), items: [] }], /at 1\.items/],
  [
    {
      ...interview('weak'),
      items: [{ question: { prompt: '', keyPoints: [], competencies: ['无此维度'] }, answer: { text: '' } }],
    },
    /"无此维度" is not among the competencies/,
  ],
  [{ ...interview('weak'), competencies: [{ name: '甲', weight: 0 }] }, /no competency has a weight/],
])('a file that cannot be used gives one sentence and exit 2: %#', (content, sentence) => {
  const { status, stdout, stderr } = evaluate(content);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr.trim()).toMatch(sentence);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});

test('no file, or one that is not there, is said in a sentence', () => {
  const run = (...args: string[]) => spawnSync(process.execPath, ['test/evaluate.ts', ...args], { encoding: 'utf8' });
  expect(run()).toMatchObject({ status: 2, stderr: 'Usage: npm run evaluate -- interview.json\n' });
  expect(run(join(folder, 'nowhere.json'))).toMatchObject({ status: 2, stdout: '' });
  expect(run(join(folder, 'nowhere.json')).stderr).toContain('ENOENT');
});
