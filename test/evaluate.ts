// `npm run evaluate -- interview.json`: one interview, or an array of them, judged by the embedded scorer.
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { judgeByRubric, rubricScorer } from '#shared/evaluation/rubric-scorer.ts';
import type { ScorerInput } from '#shared/evaluation/scorer.ts';
import { questionKindSchema } from '#shared/interview/plan.ts';

const interviewSchema = z
  .object({
    position: z.unknown().optional(),
    competencies: z
      .array(
        z.object({
          name: z.string().min(1),
          /** Any scale: shares (0.3), percent (30) or points; only the proportions count. */
          weight: z.number().nonnegative().default(1),
          description: z.string().default(''),
        }),
      )
      .min(1)
      .refine((all) => new Set(all.map((one) => one.name)).size === all.length, 'two competencies have the same name')
      .refine((all) => all.some((one) => one.weight > 0), 'no competency has a weight'),
    items: z
      .array(
        z.object({
          question: z.object({
            id: z.string().optional(),
            prompt: z.string(),
            /** One of ours, or what it is called elsewhere (「情景模拟」); it does not move a score. */
            kind: questionKindSchema.catch('structured'),
            briefing: z.string().optional(),
            asked: z.array(z.string()).optional(),
            paraphrases: z.array(z.object({ keyPoint: z.string(), phrase: z.string() })).optional(),
            keyPoints: z.array(z.string()),
            competencies: z.array(z.string()).min(1).optional(),
          }),
          answer: z.object({ text: z.string() }),
        }),
      )
      .min(1),
  })
  .superRefine(({ competencies, items }, context) => {
    const names = competencies.map((one) => one.name);
    items.forEach(({ question }, at) => {
      const unknown = question.competencies?.find((name) => !names.includes(name));
      if (unknown !== undefined)
        context.addIssue({
          code: 'custom',
          path: ['items', at, 'question', 'competencies'],
          message: `"${unknown}" is not among the competencies`,
        });
    });
  });
type Interview = z.infer<typeof interviewSchema>;

type Question = Interview['items'][number]['question'];

/** What was not given is not there, rather than undefined. */
const given = ({ asked, paraphrases, ...question }: Question) => ({
  ...question,
  ...(asked === undefined ? {} : { asked }),
  ...(paraphrases === undefined ? {} : { paraphrases }),
});

/** A question that names no competencies counts for all of them. Ids are positions, so that two alike do not mix. */
function scorerInput({ competencies, items }: Interview): ScorerInput {
  const all = competencies.map((one) => one.name);
  return {
    competencies,
    items: items.map(({ question, answer }, at) => ({
      question: { ...given(question), id: `q${at + 1}`, competencies: question.competencies ?? all },
      answer,
    })),
  };
}

function evaluated(interview: Interview) {
  const input = scorerInput(interview);
  const { judgement, estimates } = judgeByRubric(input);
  const given = new Map(
    input.items.map(({ question }, at) => [question.id, interview.items[at]?.question.id ?? question.id]),
  );
  const named = <T extends { questionId: string }>(one: T): T => ({ ...one, questionId: given.get(one.questionId) });
  return {
    ...(interview.position === undefined ? {} : { position: interview.position }),
    scorer: { name: rubricScorer.name, version: rubricScorer.version, calibrated: rubricScorer.calibrated },
    overall: judgement.overall ?? estimates.overall,
    ...(judgement.insufficient ? { insufficient: true } : {}),
    dimensions: judgement.dimensions.map((dimension, at) => ({
      ...dimension,
      reasons: dimension.reasons.map(named),
      score: dimension.score ?? estimates.dimensions[at]?.score ?? 0,
      ...(dimension.score === null ? { insufficient: true } : {}),
    })),
    items: judgement.items.map((item, at) => ({
      ...named(item),
      score: item.score ?? estimates.items[at]?.score ?? 0,
      ...(item.score === null ? { insufficient: true } : {}),
    })),
    ...(judgement.nextQuestions === undefined ? {} : { nextQuestions: judgement.nextQuestions.map(named) }),
  };
}

class Unusable extends Error {}

function read(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new Unusable(`${path} cannot be read: ${(error as NodeJS.ErrnoException).code ?? 'unknown error'}.`);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new Unusable(`${path} is not JSON: ${(error as Error).message}.`);
  }
}

function parsed(path: string, value: unknown, place = ''): Interview {
  const result = interviewSchema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const where = [place, ...(issue?.path ?? [])].filter((part) => part !== '').join('.');
  throw new Unusable(
    `${path} is not an interview: ${where === '' ? '' : `at ${where}: `}${issue?.message ?? 'unknown'}.`,
  );
}

function main(args: string[]): void {
  const [path] = args;
  if (path === undefined || args.length > 1) throw new Unusable('Usage: npm run evaluate -- interview.json');
  const value = read(path);
  const report = Array.isArray(value)
    ? value.map((one, at) => parsed(path, one, String(at))).map(evaluated)
    : evaluated(parsed(path, value));
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
}

try {
  main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Unusable)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
