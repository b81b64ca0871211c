import { dynamoLearning } from '#functions/adapters/dynamo/learning.ts';
import { openTable } from '#functions/adapters/dynamo/table.ts';
import { demandHistories } from '#shared/analytics/demand-histories.ts';
import { fairnessPack } from '#shared/analytics/fairness-pack.ts';
import { forecastDemand } from '#shared/analytics/forecast-demand.ts';
import { shownOf } from '#shared/analytics/impact.ts';
import type { Lesson } from '#shared/analytics/lesson.ts';
import { learnNoShows } from '#shared/analytics/predict-no-show.ts';
import { reportsOfVersions } from '#shared/analytics/question-versions.ts';
import { weightsFor } from '#shared/analytics/weights-for.ts';
import type { LearnedValue } from '#shared/contract/learned.ts';
import { printOf } from '#shared/learning/question-print.ts';
import { seeded } from '#shared/seeded.ts';
import { company as drawn, type Person, truth } from '#test/shared/analytics/company.ts';
import { drawsOf } from '#test/shared/analytics/draw.ts';
import { lessonsOf, outcomesOf } from '#test/shared/analytics/synthetic-company.ts';
import { seed } from '#test/world/seeds/world-seed.ts';
import type { World } from '#test/world/world.ts';

type Bank = { bankId: string; version: number };
const { companyId } = seed.company;
const [position] = seed.positions;

const learningOf = ({ config, clock, dynamo }: World) =>
  dynamoLearning(openTable({ ...config, name: config.table, clock, endpoint: dynamo.direct }));

/** What a turn of learning would keep of a synthetic company, as if its interviews were the seeded position's. */
export async function keepLearned(world: World): Promise<void> {
  if (position === undefined) throw new Error('the seed has no position');
  const learning = learningOf(world);
  const at = world.clock.now().toISOString();
  const people = drawn({ seed: 11, people: 4000 });
  const lessons = asPosition(lessonsOf(people), people);
  const of = new Map(people.map(({ sex, ageBand }, i) => [`cand_${i}`, { sex, age: bands[ageBand] }]));
  const saidOf = ({ candidateId }: Lesson) => of.get(candidateId) ?? {};
  const keep = learning.keep;
  await keep(companyId, 'fairness', { subject: '', at, value: fairnessPack(lessons.slice(0, 900), saidOf) });
  await keep(companyId, 'fairness', { subject: '', at, value: fairnessPack(lessons, saidOf) });
  await keep(companyId, 'no_show', { subject: '', at, value: foreseen(lessons) });
  const { positionId, plan } = position;
  await keep(companyId, 'weights', { subject: positionId, at, value: weighed(lessons, people, saidOf) });
  const family = plan.competencies.map(({ name }) => name);
  for (const other of seed.positions.slice(1))
    await keep(companyId, 'weights', {
      subject: other.positionId,
      at,
      value: { state: 'insufficient', family, people: 37, missing: 213 },
    });
  await keep(companyId, 'questions', { subject: positionId, at, value: asked(lessons) });
  await keep(companyId, 'demand', { subject: '', at, value: demanded() });
}

/** What was learned of a question is of this version of the bank's, whom a position asks it from. */
export async function askedFromBank(world: World, questionId: string, bank: Bank): Promise<void> {
  const learning = learningOf(world);
  const subject = position?.positionId ?? '';
  const known = await learning.newest(companyId, 'questions', subject);
  if (known === undefined) throw new Error('nothing is learned of the questions');
  const questions = known.value.questions.map((one) => (one.questionId === questionId ? { ...one, bank } : one));
  await learning.keep(companyId, 'questions', { subject, at: known.at, value: { ...known.value, questions } });
}

const bands = { '18-24': 'under_25', '25-34': '25_34', '35-49': '35_44' } as const;
const skills = (position?.plan.competencies ?? []).filter(({ kind }) => kind !== 'culture');

/** The synthetic questions and competencies stand for the position's own, in their order. */
function asPosition(lessons: Lesson[], people: readonly Person[]): Lesson[] {
  const questions = position?.plan.questions ?? [];
  return lessons.map((lesson, at) => ({
    ...lesson,
    positionId: position?.positionId ?? '',
    dimensions: skills.map(({ name }, index) => ({ name, score: people[at]?.scores[index] ?? null })),
    asked: lesson.asked.slice(0, questions.length).map((one, index) => {
      const question = questions[index];
      return question === undefined ? one : { ...one, questionId: question.id, print: printOf(question) };
    }),
  }));
}

function foreseen(lessons: readonly Lesson[]): LearnedValue<'no_show'> {
  const found = learnNoShows(
    lessons.slice(0, 2000).flatMap((one) => one.appointments),
    seeded(1),
  );
  if (found.state === 'off') throw new Error('the forecast is off');
  const { logistic, ...model } = found.model;
  return {
    state: 'on',
    evidence: found.evidence,
    model: { ...model, logistic: { coefficients: [...logistic.coefficients] } },
  };
}

function weighed(lessons: readonly Lesson[], people: readonly Person[], saidOf: Parameters<typeof fairnessPack>[1]) {
  const competencies = position?.plan.competencies ?? [];
  const asked = {
    competencies,
    lessons,
    outcomes: outcomesOf(people),
    saidOf,
    passAt: truth.passAt,
    random: seeded(1),
  };
  const found = weightsFor(asked);
  if (found.state === 'insufficient' || found.state === 'no_gain') throw new Error(`weights: ${found.state}`);
  const { impact, ...evidence } = found.evidence;
  return {
    state: 'proposal' as const,
    family: skills.map(({ name }) => name),
    planVersion: position?.plan.version ?? 1,
    points: skills.map(({ name, weight }, at) => ({ name, now: weight * 100, wanted: found.weights[at] ?? 0 })),
    evidence: {
      ...evidence,
      impact: { ...impact, before: impact.before.map(shownOf), after: impact.after.map(shownOf) },
    },
  };
}

function asked(lessons: readonly Lesson[]): LearnedValue<'questions'> {
  const questions = position?.plan.questions ?? [];
  return {
    interviews: lessons.length,
    trials: [],
    questions: reportsOfVersions(lessons.slice(0, 400)).map(({ questionId, print, bank, report, findings }) => ({
      questionId,
      print,
      bank,
      current: true,
      prompt: questions.find(({ id }) => id === questionId)?.prompt ?? '',
      n: report.n,
      missing: report.state === 'suggested' ? 0 : report.missing,
      figures: report.state === 'too_few' ? null : report.figures,
      findings,
    })),
  };
}

function demanded(): LearnedValue<'demand'> {
  const { count } = drawsOf(seeded(5));
  const opened = seed.positions.flatMap(({ positionId }, at) =>
    Array.from({ length: 30 }, (_, month) => ({
      positionId,
      month: `${2023 + Math.floor((6 + month) / 12)}-${String(((6 + month) % 12) + 1).padStart(2, '0')}`,
      vacancies: count(1.5 + at),
      headcount: 40 + 20 * at,
    })),
  );
  const histories = demandHistories(opened, '2026-01');
  const found = forecastDemand(histories);
  if (found.state === 'insufficient') throw new Error('no forecast');
  return {
    ...found,
    forecasts: found.forecasts.map((one, at) => ({
      ...one,
      recent: (histories.histories[at]?.monthly ?? []).slice(-12),
      hiredPerInvited: at === 2 ? null : 0.18,
      pooled: 12 * at,
    })),
  };
}
