import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draftNumber } from '#shared/interview/answer.ts';
import type { DraftContent } from '#shared/interview/draft.ts';
import { createDraftModel, type Save } from './draft-model.ts';
import { actions, invited, runDrafts } from './draft-run.ts';
import { at, ids } from './stories.ts';

const words = (...sent: string[]): DraftContent => ({ sent, typing: '', done: false });
const save = (number: number, ...sent: string[]): Save => ({
  candidateId: ids.candidateId,
  attempt: 1,
  questionId: 'q1',
  number,
  content: words(...sent),
});
const nothing = { before: invited, after: invited, events: [], due: { set: [], clear: [] } };
const change = (op: 'create' | 'raise' | 'seal', number: number) => ({
  ...nothing,
  drafts: [{ op, attempt: 1, questionId: 'q1', number }],
});
const n = draftNumber;

/** An opened draft with one save in it: epoch 1, n = 5. */
function opened() {
  const model = createDraftModel(ids.candidateId);
  model.commit(change('create', n(1, 0)), at(1));
  model.save(save(n(1, 5), 'five'), at(2));
  return model;
}

describe('what a save is answered', () => {
  test.each([
    ['newer', n(1, 6), { kind: 'saved', number: n(1, 6), savedAt: at(3).toISOString() }],
    ['the same again (its answer was lost)', n(1, 5), { kind: 'saved', number: n(1, 5), savedAt: at(2).toISOString() }],
    ['overtaken', n(1, 4), { kind: 'overtaken', number: n(1, 5), savedAt: at(2).toISOString() }],
    ['of an opening that never was', n(2, 1), { kind: 'absent' }],
  ])('%s', (_, number, outcome) => {
    expect(opened().save(save(number, 'new'), at(3))).toEqual(outcome);
  });

  test('by a stranger, or to a question that is not there: nothing is there', () => {
    const model = opened();
    expect(model.save({ ...save(n(1, 6)), candidateId: 'cand_stranger' }, at(3))).toEqual({ kind: 'absent' });
    expect(model.save({ ...save(n(1, 6)), questionId: 'q9' }, at(3))).toEqual({ kind: 'absent' });
    expect(model.save({ ...save(n(1, 6)), attempt: 2 }, at(3))).toEqual({ kind: 'absent' });
  });

  test('from an older opening: superseded, and the newest of it is kept beside', () => {
    const model = opened();
    model.commit(change('raise', n(2, 0)), at(3));
    for (const [number, text] of [
      [n(1, 7), 'seven'],
      [n(1, 6), 'six'],
    ] as const) {
      expect(model.save(save(number, text), at(4))).toEqual({ kind: 'superseded' });
    }
    expect(model.beside(1)).toMatchObject([{ questionId: 'q1', number: n(1, 7), content: words('seven') }]);
    expect(model.drafts(1)).toMatchObject([{ number: n(2, 0), content: words('five'), sealed: false }]);
  });

  test('after the end: sealed, but the last one is still confirmed', () => {
    const model = opened();
    model.commit(change('seal', n(1, 5)), at(3));
    expect(model.save(save(n(1, 6), 'six'), at(4))).toEqual({ kind: 'sealed' });
    expect(model.save(save(n(1, 4), 'four'), at(4))).toEqual({ kind: 'sealed' });
    expect(model.save(save(n(1, 5), 'five'), at(4))).toMatchObject({ kind: 'saved' });
    expect(model.drafts(1)).toMatchObject([{ number: n(1, 5), content: words('five'), sealed: true }]);
  });
});

describe('a commit', () => {
  test.each([
    ['seals exactly the number it names', change('seal', n(1, 5)), true],
    ['is refused where a newer save is', change('seal', n(1, 4)), false],
    ['is refused where the last save never arrived', change('seal', n(1, 6)), false],
    ['creates no draft twice', change('create', n(2, 0)), false],
    ['raises', change('raise', n(2, 0)), true],
    ['never lowers', change('raise', n(1, 0)), false],
  ])('%s', (_, wish, allowed) => {
    const mismatch = { ok: false, error: { kind: 'draft_mismatch', questionIds: ['q1'] } };
    expect(opened().commit(wish, at(3))).toEqual(allowed ? { ok: true, value: undefined } : mismatch);
  });

  test('is all or nothing', () => {
    const model = opened();
    const drafts = [
      { op: 'seal' as const, attempt: 1, questionId: 'q1', number: n(1, 5) },
      { op: 'seal' as const, attempt: 1, questionId: 'q2', number: n(1, 0) },
    ];
    const before = model.drafts(1);
    expect(model.commit({ ...nothing, drafts }, at(3))).toMatchObject({ error: { questionIds: ['q2'] } });
    expect(model.drafts(1)).toEqual(before);
  });
});

test('whatever two devices, a bad network and a sweep do: what was acknowledged stays readable, what ended stays as it was', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(actions, async (wanted) => {
      const { answers, problems, state } = await runDrafts(createDraftModel(ids.candidateId), wanted);
      expect(problems).toEqual([]);
      for (const answer of answers) seen.add(JSON.stringify(answer).match(/"kind":"(\w+)"/)?.[1] ?? 'committed');
      seen.add(state.status).add(`attempt ${Math.min(state.attempt, 2)}`);
    }),
    { numRuns: 150 },
  );
  for (const kind of [
    'saved',
    'overtaken',
    'superseded',
    'sealed',
    'draft_mismatch',
    'submitted',
    'incomplete',
    'attempt 2',
  ]) {
    expect(seen).toContain(kind);
  }
});
