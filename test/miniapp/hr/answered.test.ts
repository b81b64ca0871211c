import { describe, expect, it } from 'vitest';
import { hr } from '#shared/copy/zh/hr.ts';
import { isOver, missingScore, tally } from '../../../miniapp/src/hr/review/answered.ts';
import { sampleDossier, sampleReview, unfinishedAnswers } from './sample.ts';

const end = (type: 'ended' | 'lapsed', at = '2026-03-10T06:03:21.000Z') => ({ at, type, by: 'system', outcome: null });

describe('missingScore', () => {
  const { report } = sampleReview();

  it('is nothing where there is a score', () => {
    expect(missingScore(sampleDossier(), report)).toBeUndefined();
  });

  it('says why there is none', () => {
    expect(missingScore(sampleDossier(), { ...report, insufficient: true, overall: null })).toBe('insufficient');
    expect(missingScore(sampleDossier({ report: 'generating' }), null)).toBe('generating');
    expect(missingScore(sampleDossier({ report: 'failed' }), null)).toBe('failed');
    expect(missingScore(sampleDossier({ status: 'evaluated', report: 'failed' }), null)).toBe('failed');
  });

  it('tells who ended without enough answers from who never ended', () => {
    const incomplete = { status: 'incomplete', report: 'none' } as const;
    expect(missingScore(sampleDossier({ ...incomplete, timeline: [end('ended')] }), null)).toBe('incomplete');
    expect(missingScore(sampleDossier({ ...incomplete, timeline: [end('lapsed')] }), null)).toBe('lapsed');
    const again = [end('ended'), end('lapsed', '2026-03-11T06:00:00.000Z')];
    expect(missingScore(sampleDossier({ ...incomplete, timeline: again }), null)).toBe('lapsed');
  });
});

describe('tally', () => {
  it('counts what is done, what was only begun, and what was left', () => {
    expect(tally(hr.review, unfinishedAnswers(), 'incomplete')).toBe('已完成 1 题 · 没点完成 1 题 · 未作答 3 题');
  });

  it('leaves out what is none', () => {
    expect(tally(hr.review, sampleReview().answers, 'failed')).toBe('已完成 4 题 · 未作答 1 题');
  });

  it('calls no answer done where nothing counts', () => {
    const none = unfinishedAnswers().map((answer) => ({ ...answer, counted: false }));
    expect(tally(hr.review, none, 'lapsed')).toBe('有作答 2 题 · 未作答 3 题');
  });
});

describe('isOver', () => {
  it('keeps answers to the candidate while they are being given', () => {
    const over = (['invited', 'in_progress', 'no_show', 'submitted', 'incomplete', 'evaluated'] as const).filter(
      (status) => isOver({ status }),
    );
    expect(over).toEqual(['submitted', 'incomplete', 'evaluated']);
  });
});
