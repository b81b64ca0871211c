import { evidenceOnly } from '#shared/evaluation/evidence-only.ts';
import type { Judgement, Scorer, ScorerInput } from '#shared/evaluation/scorer.ts';
import type { Competency } from '#shared/interview/plan.ts';
import { createEndpointPolicy, type EndpointLimits, type EndpointPolicy } from '../endpoint/endpoint-policy.ts';
import type { Complete } from './complete.ts';
import { createMeter, type Meter, type Prices } from './meter.ts';
import { promptFor, promptVersion } from './prompt.ts';
import { ratingOf, replyJsonSchema } from './rating.ts';
import { cachedRating, hashOf, noCache, type ScoreCache } from './score-cache.ts';
import { judgementOf, type Rated } from './totals.ts';
import { type Sample, verdictOf } from './verdict.ts';
import { type VisibleAnswer, visibleAnswer } from './visible-answer.ts';

export type LlmScorerOptions = {
  complete: Complete;
  /** Its name in the reports and in the cache. */
  model: string;
  /** The embedded scorer: its guards go first, and its evidence is what is left when the model is away. */
  fallback: Scorer;
  cache?: ScoreCache;
  prices?: Prices | undefined;
  /** How often each answer is rated in each dimension. */
  samples?: number;
  /** Above 0, or several samples say nothing. */
  temperature?: number;
  maxTokens?: number;
  /** Milliseconds for a whole judgement; what is not answered by then was not answered. */
  budgetMs?: number;
  limits?: EndpointLimits;
  calibrated?: boolean;
};

type Task = {
  question: ScorerInput['items'][number]['question'];
  competency: Competency;
  answer: VisibleAnswer;
  sample: number;
};

/**
 * A language model behind the scorer's port: one answer, one dimension, one sample a call. What it says counts as far as
 * its quotes stand in the answer; numbers are added up here. Never throws for the model's sake: when it is away, or time
 * is up, the judgement is evidence only. Ratings that were finished stay in the cache for the next try.
 */
export function llmScorer(options: LlmScorerOptions): Scorer {
  const { fallback, model, samples = 3, budgetMs = 25_000, limits, calibrated = false } = options;
  const policy = createEndpointPolicy(limits);

  return {
    name: 'llm',
    version: `${model}/prompt-${promptVersion}`,
    calibrated,
    async judge(input, { onProgress } = {}) {
      const embedded = await fallback.judge(input);
      const visible = visibleAnswers(input, embedded);
      const tasks = tasksOf(input, visible, samples);
      const meter = createMeter(options.prices);
      const budget = AbortSignal.timeout(budgetMs);
      const got: Sample[] = tasks.map(() => ({ state: 'away' }));
      let done = 0;
      const run = async (task: Task, index: number) => {
        const sample = await sampleOf(task, { ...options, policy, meter, signal: budget });
        if (budget.aborted) return;
        got[index] = sample;
        done += 1;
        onProgress?.(done, tasks.length);
      };
      await Promise.race([Promise.all(tasks.map(run)), aborted(budget)]);

      const rated = ratedOf(tasks, [...got], samples);
      const judgement = isBeyondUse(rated)
        ? evidenceOnly(embedded, flagsIn(rated))
        : judgementOf(input, embedded, { rated, visible });
      return { ...judgement, usage: meter.usage() };
    },
  };
}

/** What of each answer may be shown to a model; an answer with too little in it is not. */
function visibleAnswers({ items }: ScorerInput, embedded: Judgement): Map<string, VisibleAnswer> {
  return new Map(
    items.flatMap((item) => {
      const judged = embedded.items.find(({ questionId }) => questionId === item.question.id);
      const answer = visibleAnswer(item, judged);
      return answer.text === '' || judged?.flags.includes('too_short') ? [] : [[item.question.id, answer]];
    }),
  );
}

function tasksOf({ competencies, items }: ScorerInput, visible: Map<string, VisibleAnswer>, samples: number): Task[] {
  return items.flatMap(({ question }) => {
    const answer = visible.get(question.id);
    if (!answer) return [];
    return competencies
      .filter(({ name }) => question.competencies.includes(name))
      .flatMap((competency) =>
        Array.from({ length: samples }, (_, sample) => ({ question, competency, answer, sample })),
      );
  });
}

/** Tasks come with all samples of one rating in a row. */
function ratedOf(tasks: Task[], got: Sample[], samples: number): Rated[] {
  return tasks.flatMap(({ question, competency, sample }, index) =>
    sample === 0
      ? [
          {
            questionId: question.id,
            competency: competency.name,
            verdict: verdictOf(got.slice(index, index + samples)),
          },
        ]
      : [],
  );
}

/** A score of what happened to be answered is none; nor is one where nothing passed the checks. */
const isBeyondUse = (rated: Rated[]): boolean =>
  rated.some(({ verdict }) => verdict.away) ||
  (rated.some(({ verdict }) => verdict.flags.length > 0) && rated.every(({ verdict }) => verdict.level === null));

const flagsIn = (rated: Rated[]) => (questionId: string) =>
  rated.filter((one) => one.questionId === questionId).flatMap(({ verdict }) => verdict.flags);

async function sampleOf(
  { question, competency, answer, sample }: Task,
  {
    complete,
    cache = noCache,
    model,
    temperature = 0.4,
    maxTokens = 1200,
    policy,
    meter,
    signal,
  }: LlmScorerOptions & { policy: EndpointPolicy; meter: Meter; signal: AbortSignal },
): Promise<Sample> {
  const prompt = promptFor({ question, competency, answer: answer.text, sample });
  const hash = hashOf({ model, promptVersion, ...prompt, temperature, sample });
  const known = await cachedRating(cache, hash, answer.text);
  if (known) {
    meter.cached();
    return { state: 'rated', rating: known };
  }
  const completed = await policy((within) => {
    meter.called();
    return complete({ ...prompt, schema: replyJsonSchema, temperature, maxTokens, signal: within });
  }, signal);
  if (!completed.ok) return { state: completed.error.kind === 'refused' ? 'refused' : 'away' };
  meter.answered(completed.value);
  const rating = ratingOf(completed.value.text, answer, question.keyPoints.length);
  if (!rating) return { state: 'invalid' };
  // Not being able to keep it costs money later, nothing now.
  await cache.put(hash, rating).catch(() => undefined);
  return { state: 'rated', rating };
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
