import type { Competency, Question } from '../../interview/plan.ts';
import { type PositionDraft, positionSettings } from './draft.ts';
import { percentOf } from './lint.ts';
import { same } from './same.ts';

export const changedParts = ['title', 'criteria', 'competency', 'question', 'setting', 'briefing'] as const;
export const changeKinds = ['added', 'removed', 'changed', 'moved'] as const;

/** One difference of two versions as a person reads it; `from` and `to` where a value is short enough to be told. */
export type PositionChange = {
  part: (typeof changedParts)[number];
  kind: (typeof changeKinds)[number];
  /** The question's prompt, the competency's or the setting's name. */
  name: string;
  from: string | null;
  to: string | null;
};

const told = (
  part: PositionChange['part'],
  kind: PositionChange['kind'],
  name = '',
  from: string | null = null,
  to: string | null = null,
): PositionChange => ({ part, kind, name, from, to });

/** What is different in `after`. Nothing where a save would change nothing. */
export function changesBetween(before: PositionDraft, after: PositionDraft): PositionChange[] {
  const heading = ({ title, department }: PositionDraft) => `${department} · ${title}`;
  const texts = ({ plan, briefing }: PositionDraft) => [plan.introduction, briefing ?? null];
  const titled = heading(before) !== heading(after) || before.secondInterview !== after.secondInterview;
  return [
    ...(titled ? [told('title', 'changed', '', heading(before), heading(after))] : []),
    ...competencyChanges(before.plan.competencies, after.plan.competencies),
    ...questionChanges(before.plan.questions, after.plan.questions),
    ...(same(before.criteria, after.criteria) ? [] : [told('criteria', 'changed')]),
    ...settingChanges(before.settings, after.settings),
    ...(same(texts(before), texts(after)) ? [] : [told('briefing', 'changed')]),
  ];
}

function competencyChanges(before: Competency[], after: Competency[]): PositionChange[] {
  const find = (all: Competency[], name: string) => all.find((one) => one.name === name);
  const percent = ({ weight }: Competency) => `${percentOf(weight)}%`;
  return [
    ...before.filter(({ name }) => !find(after, name)).map(({ name }) => told('competency', 'removed', name)),
    ...after.flatMap((now) => {
      const was = find(before, now.name);
      if (was === undefined) return [told('competency', 'added', now.name, null, percent(now))];
      if (same(was, now)) return [];
      const weighed = percent(was) !== percent(now);
      return [told('competency', 'changed', now.name, weighed ? percent(was) : null, weighed ? percent(now) : null)];
    }),
  ];
}

function questionChanges(before: Question[], after: Question[]): PositionChange[] {
  const was = new Map(before.map((question) => [question.id, question]));
  const is = new Map(after.map((question) => [question.id, question]));
  const stayed = (all: Question[]) => all.filter(({ id }) => was.has(id) && is.has(id)).map(({ id }) => id);
  return [
    ...before.filter(({ id }) => !is.has(id)).map(({ prompt }) => told('question', 'removed', prompt)),
    ...after.flatMap((question) => {
      const old = was.get(question.id);
      if (old === undefined) return [told('question', 'added', question.prompt)];
      return same(old, question) ? [] : [told('question', 'changed', question.prompt)];
    }),
    ...(same(stayed(before), stayed(after)) ? [] : [told('question', 'moved')]),
  ];
}

function settingChanges(before: PositionDraft['settings'], after: PositionDraft['settings']): PositionChange[] {
  const text = (value: unknown) => (value === undefined ? null : JSON.stringify(value));
  return positionSettings
    .filter((name) => !same(before[name], after[name]))
    .map((name) => told('setting', 'changed', name, text(before[name]), text(after[name])));
}
