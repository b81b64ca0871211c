import { describe, expect, it } from 'vitest';
import { hrReport } from '#shared/copy/zh/hr-report.ts';
import { judgementOf } from '../../../miniapp/src/hr/judgement/entered.ts';
import { weighted } from '../../../miniapp/src/hr/judgement/weighted.ts';
import { speechLine } from '../../../miniapp/src/hr/listen/speech-line.ts';
import { keyPointsOf } from '../../../miniapp/src/hr/review/key-points.ts';
import { sentences } from '../../../miniapp/src/hr/review/sentences.ts';
import { findings } from '../../../miniapp/src/hr/review/strengths.ts';
import { compared, standingVersion } from '../../../miniapp/src/hr/review/versions.ts';
import { sampleDossier, sampleReview } from './sample.ts';

const { report, answers, versions } = sampleReview();

describe('weighted', () => {
  it('puts a person’s score in the place of the report’s', () => {
    expect(weighted(report.dimensions, {})).toBe(82);
    expect(weighted(report.dimensions, { 沟通能力: 60 })).toBe(73);
  });

  it('leaves out what nobody scored', () => {
    const none = report.dimensions.map((one) => ({ ...one, score: null }));
    expect(weighted(none, {})).toBeNull();
    expect(weighted(none, { 抗压能力: 55 })).toBe(55);
  });
});

describe('judgementOf', () => {
  const entered = { overall: '', dimensions: { 沟通能力: '75', 抗压能力: ' ' }, note: ' 有理由 ' };

  it('takes what was typed and nothing else', () => {
    expect(judgementOf(entered)).toEqual({ overall: null, dimensions: { 沟通能力: 75 }, note: '有理由' });
  });

  it.each(['101', '-1', 'abc', '1e9'])('refuses %s', (text) => {
    expect(judgementOf({ ...entered, overall: text })).toBe('range');
  });

  it('wants a reason', () => {
    expect(judgementOf({ ...entered, note: '  ' })).toBe('needReason');
  });
});

describe('findings', () => {
  it('names the strongest evidence and the dearest gaps, each dimension before any comes twice', () => {
    const { strengths, gaps } = findings(report, answers);
    expect(strengths.map(({ dimension }) => dimension)).toEqual(['沟通能力', '客户洞察', '学习能力']);
    expect(strengths.every(({ quote, place }) => quote !== undefined && place !== undefined)).toBe(true);
    expect(gaps.map(({ keyPoint }) => keyPoint)).toEqual(['说明自己如何调整情绪', '追问客户的预算']);
  });

  it('calls nothing a strength that is not', () => {
    const weak = { ...report, dimensions: report.dimensions.map((one) => ({ ...one, score: 40 })) };
    expect(findings(weak, answers).strengths).toEqual([]);
  });
});

describe('compared', () => {
  it('sets each version against the one before it', () => {
    const first = versions[0];
    if (!first) throw new Error('the sample has a version');
    const all = [first, { ...first, report: 2, overall: null }, { ...first, report: 3, overall: 87.4 }];
    expect(compared(all).map(({ report: number, change }) => [number, change])).toEqual([
      [3, null],
      [2, null],
      [1, null],
    ]);
    expect(compared([first, { ...first, report: 2, overall: 87.4 }])[0]?.change).toBe(3);
  });
});

describe('standingVersion', () => {
  it('is the newest that was made of these answers', () => {
    expect(standingVersion(sampleDossier(), { versions })).toBe(1);
  });

  it('is none once the interview was ended anew, and none without any', () => {
    const again = { at: '2026-03-11T06:00:00.000Z', type: 'ended', by: 'cand_0001', outcome: null };
    const timeline = [...sampleDossier().timeline, again];
    expect(standingVersion({ timeline }, { versions })).toBeUndefined();
    expect(standingVersion(sampleDossier(), { versions: [] })).toBeUndefined();
  });
});

describe('keyPointsOf', () => {
  it('lists what was asked for in its order, with the words that show it', () => {
    const answer = answers[1];
    const item = report.items[1];
    expect(
      answer && keyPointsOf(answer, item).map(({ keyPoint, evidence }) => [keyPoint, evidence !== undefined]),
    ).toEqual([
      ['先澄清再回应', true],
      ['复述并确认客户的顾虑', true],
      ['追问客户的预算', false],
    ]);
  });
});

describe('sentences', () => {
  it('are pieces of the text at their places', () => {
    const text = '我先问清楚。 然后\n再说！……';
    const found = sentences(text);
    expect(found.map((one) => one.text)).toEqual(['我先问清楚。', '然后', '再说！']);
    for (const { start, end, text: piece } of found) expect(text.slice(start, end)).toBe(piece);
  });
});

describe('speechLine', () => {
  it('says what was measured and leaves out what was not', () => {
    const speech = answers[1]?.clips[0]?.speech;
    if (!speech) throw new Error('the sample has a recording');
    expect(speechLine(hrReport.speech, speech)).toBe(
      '语速 231 字/分 · 停顿 2 次，最长 1.8 秒 · 口头语 「就是说」3 次 · 说话 19 秒，共 24 秒',
    );
    const quiet = {
      ...speech,
      charactersPerMinute: null,
      pauses: { ...speech.pauses, count: 0 },
      fillers: { count: 0, words: [] },
    };
    expect(speechLine(hrReport.speech, quiet)).toBe('没有明显停顿 · 说话 19 秒，共 24 秒');
  });
});
