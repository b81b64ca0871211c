import { expect, test } from 'vitest';
import * as z from 'zod';
import { matchResume } from '#shared/application/match.ts';
import { limits } from '#shared/limits.ts';
import {
  candidateSchema,
  companySchema,
  departmentSchema,
  positionSchema,
  postSchema,
  requisitionSchema,
  staffSchema,
} from '#shared/organisation/records.ts';
import { defaultSettings } from '#shared/settings.ts';
import { answers } from './answers.ts';
import { salesPosition } from './positions.ts';
import { seed } from './world-seed.ts';

test('the seed is what the records say', () => {
  const shape = z.object({
    company: companySchema,
    staff: z.array(staffSchema),
    departments: z.array(departmentSchema),
    posts: z.array(postSchema),
    positions: z.array(positionSchema),
    requisitions: z.array(requisitionSchema),
    candidates: z.array(candidateSchema),
  });
  expect(shape.parse(seed)).toEqual(seed);
});

test('ids, names and telephone numbers are each used once', () => {
  for (const values of [
    seed.candidates.map((one) => one.candidateId),
    seed.candidates.map((one) => one.name),
    seed.candidates.map((one) => one.phone),
    seed.positions.map((one) => one.positionId),
    seed.positions.flatMap((one) => one.plan.questions.map((question) => question.id)),
  ])
    expect(new Set(values).size).toBe(values.length);
});

test('every requisition belongs to a position and a person of the seed, and its vacancies add up', () => {
  for (const requisition of seed.requisitions) {
    const position = seed.positions.find((one) => one.positionId === requisition.positionId);
    expect(position).toMatchObject({ department: requisition.department, title: requisition.position });
    expect(seed.staff.map((one) => one.userId)).toContain(requisition.ownerId);
    expect(requisition.vacancies).toBe(requisition.headcount - requisition.inPost);
  }
});

test('questions and dimensions name each other', () => {
  for (const { plan } of seed.positions) {
    const names = plan.competencies.map((one) => one.name);
    const named = plan.questions.flatMap((question) => question.competencies);
    expect(named.filter((name) => !names.includes(name))).toEqual([]);
    expect(names.filter((name) => !named.includes(name))).toEqual([]);
  }
});

test('the sales plan asks five questions of the three kinds and says what the role-play wants', () => {
  expect(salesPosition.plan.questions.map((question) => question.kind)).toEqual([
    'structured',
    'structured',
    'scenario',
    'scenario',
    'skill',
  ]);
  expect(salesPosition.briefing?.title).toBe('情景模拟要求');
});

test('résumés are of a realistic length, and five of eight match the sales position', () => {
  const matched = seed.candidates.filter((candidate) => {
    expect([...candidate.resume].length).toBeGreaterThanOrEqual(200);
    expect([...candidate.resume].length).toBeLessThanOrEqual(400);
    return matchResume(candidate.resume, salesPosition.criteria, defaultSettings.matchThreshold).matched;
  });
  expect(matched.map((one) => one.name)).toEqual(['陈思远', '林晓彤', '欧阳明轩', '阿依古丽·买买提', '赵志强']);
});

test('every answer set answers every question within the limits', () => {
  const ids = salesPosition.plan.questions.map((question) => question.id).sort();
  for (const set of Object.values(answers)) {
    expect(Object.keys(set).sort()).toEqual(ids);
    for (const bubbles of Object.values(set)) {
      expect(bubbles.every((bubble) => bubble.trim() !== '')).toBe(true);
      expect([...bubbles.join('')].length).toBeLessThanOrEqual(limits.answerCharacters);
    }
  }
});
