import { describe, expect, test } from 'vitest';
import { copy } from '#shared/copy/copy.ts';
import { emptyDraft } from '#shared/interview/answer.ts';
import type { Clip, DraftContent } from '#shared/interview/draft.ts';
import { bubbleText, lengthText, sizeText } from '../../miniapp/src/state/bubble-text.ts';
import { indented, newLineIndented } from '../../miniapp/src/state/code-text.ts';
import { takeBack, withClip, withoutClip, withSeconds, withTranscript } from '../../miniapp/src/state/edits.ts';
import { fingerprintOf } from '../../miniapp/src/state/fingerprint.ts';
import { leaveChoices } from '../../miniapp/src/state/leave-choices.ts';

const clip: Clip = { clipId: '1-1', kind: 'voice', mime: 'audio/mpeg', seconds: 42.4, parts: 9, bytes: 250_000 };

describe('code', () => {
  test.each([
    ['ab', 1, 1, 'a  b', 3],
    ['a\nb', 0, 3, '  a\n  b', 7],
  ])('Tab in %j', (text, from, to, after, at) => {
    expect(indented(text, from, to)).toEqual({ text: after, at });
  });
  test.each([
    ['  a', 3, '  a\n  '],
    ['f() {', 5, 'f() {\n  '],
    ['for x in y:', 11, 'for x in y:\n  '],
    ['a = (1)', 7, 'a = (1)\n'],
  ])('Enter after %j', (text, at, after) => {
    expect(newLineIndented(text, at, at).text).toBe(after);
  });
});

describe('what a clip is called where only words can stand', () => {
  test.each([
    [clip, '[录音 0:42]'],
    [{ ...clip, text: '我说的' }, '[录音 0:42]\n我说的'],
    [{ ...clip, kind: 'file' as const, seconds: 0, name: '方案.pdf' }, '[方案.pdf 250 KB]'],
    ['字', '字'],
  ])('%j', (bubble, said) => {
    expect(bubbleText(copy.room.clip, bubble)).toBe(said);
  });
  test('lengths and sizes', () => {
    expect([lengthText(0), lengthText(61.9), lengthText(600)]).toEqual(['0:00', '1:01', '10:00']);
    expect([sizeText(1), sizeText(3_400_000)]).toEqual(['1 KB', '3.4 MB']);
  });
});

describe('an answer with a clip', () => {
  const content = withClip({ ...emptyDraft, done: true }, clip);
  test('holds it once; a corrected transcript is another answer, used time is not', () => {
    expect(withClip(content, clip)).toBe(content);
    expect(takeBack(content, 0)).toBe(content);
    expect(withoutClip(content, '1-1')).toEqual({ ...emptyDraft, done: false });
    const corrected = withTranscript(content, '1-1', '改过');
    expect(corrected).toMatchObject({ done: true, sent: [{ text: '改过' }] });
    expect(fingerprintOf(corrected)).not.toBe(fingerprintOf(content));
    expect(fingerprintOf(withSeconds(content, 30))).toBe(fingerprintOf(content));
    expect(withSeconds(withSeconds(content, 30), 20).seconds).toBe(30);
  });
});

test('each way out says its status; a clip on its way is not saved yet', () => {
  const question = { kind: 'structured' as const, prompt: '', minutes: 1, ways: [], prepareSeconds: 0, retakes: 2 };
  const questions = ['q1', 'q2'].map((id) => ({ ...question, id, required: true, answerSeconds: null, asked: [] }));
  const contents: Record<string, DraftContent> = { q1: withClip({ ...emptyDraft, done: true }, clip) };
  const choices = leaveChoices({
    view: { questions, answersNeeded: 2, closesAt: '2026-03-03T01:00:00.000Z' },
    content: (id) => contents[id] ?? emptyDraft,
    hasUnsaved: false,
    pending: { clips: 1, done: 0.5 },
    unread: [],
    failed: [],
  });
  expect(choices).toMatchObject({
    finish: { outcome: 'incomplete', done: [1], open: [2], missing: 1 },
    save: { status: 'in_progress', until: '2026-03-03T01:00:00.000Z' },
    giveUp: { status: 'cancelled' },
    allSaved: false,
  });
});
