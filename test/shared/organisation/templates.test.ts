import { describe, expect, it } from 'vitest';
import { limits } from '#shared/limits.ts';
import { draftOf } from '#shared/organisation/position/draft.ts';
import { lintPosition, minutesOf } from '#shared/organisation/position/lint.ts';
import { positionFromTemplate, templateIds, templatesIn } from '#shared/organisation/position/templates.ts';
import { positionSchema } from '#shared/organisation/records.ts';

const head = { positionId: 'pos_test', title: '岗位', department: '部门' };
const languages = ['zh', 'en'] as const;
const made = (templateId: string | null, language: 'zh' | 'en') => {
  const position = positionFromTemplate(templateId, language, head);
  if (position === undefined) throw new Error(`no template ${templateId}`);
  return position;
};

describe.each(languages)('templates in %s', (language) => {
  it.each(templateIds)('%s can be used as it is: weighed, with key points, fair, within the time', (templateId) => {
    const position = made(templateId, language);
    expect(positionSchema.parse(position)).toEqual(position);
    expect(lintPosition(draftOf(position))).toEqual([]);
    const { questions, competencies } = position.plan;
    expect(questions.length).toBeGreaterThanOrEqual(5);
    expect(questions.length).toBeLessThanOrEqual(8);
    expect(minutesOf(questions)).toBeLessThanOrEqual(limits.advisedMinutes);
    expect(new Set(questions.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(2);
    for (const { keyPoints, prompt, followUps = [] } of questions) {
      expect(keyPoints.length, prompt).toBeGreaterThanOrEqual(4);
      expect(new Set(keyPoints).size, prompt).toBe(keyPoints.length);
      for (const { keyPoint, ask } of followUps) {
        expect(keyPoints).toContain(keyPoint);
        // The answer is not in the question.
        expect(ask).not.toContain(keyPoint);
      }
    }
    expect(competencies.filter(({ kind }) => kind === 'culture')).toHaveLength(1);
    for (const { description } of competencies) expect(description.length).toBeGreaterThan(5);
    expect(position.briefing?.text).toBeTruthy();
  });

  it('the empty one can be saved as it is too', () => {
    const position = made(null, language);
    expect(positionSchema.parse(position)).toEqual(position);
    expect(lintPosition(draftOf(position))).toEqual([]);
  });
});

it('both languages have the same things to say', () => {
  for (const templateId of templateIds) {
    const [zh, en] = languages.map((language) => made(templateId, language));
    const shape = (position: typeof zh) =>
      position?.plan.questions.map(({ keyPoints, followUps = [], briefing, competencies }) => [
        keyPoints.length,
        followUps.map(({ keyPoint }) => keyPoints.indexOf(keyPoint)),
        briefing !== undefined,
        competencies.length,
      ]);
    expect(shape(en), templateId).toEqual(shape(zh));
    expect(en?.plan.competencies.map(({ weight }) => weight)).toEqual(
      zh?.plan.competencies.map(({ weight }) => weight),
    );
    expect(JSON.stringify({ ...en, ...head, title: '', department: '' }), templateId).not.toMatch(/\p{Script=Han}/u);
  }
  expect(templatesIn('en').map(({ minutes }) => minutes)).toEqual(templatesIn('zh').map(({ minutes }) => minutes));
});

it('there is nothing under a name that is no template', () => {
  expect(positionFromTemplate('pilot', 'zh', head)).toBeUndefined();
});
