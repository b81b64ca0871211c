import * as z from 'zod';
import { id, instant } from './operation.ts';

const count = z.number().int().nonnegative();
const share = z.number();
const interval = { low: z.number(), high: z.number() };
/** So many of so many, the share and its 95 % interval. */
const rateSchema = z.object({ cases: count, of: count, rate: share, ...interval });
const meanSchema = z.object({ mean: z.number(), n: count, ...interval });
const correlationSchema = z.object({ r: z.number(), n: count, ...interval });
const gainSchema = z.object({ mean: z.number(), ...interval });
const changeSchema = z.object({
  before: rateSchema,
  after: rateSchema,
  difference: z.number(),
  direction: z.enum(['rose', 'fell', 'unclear']),
  ...interval,
});
const meanChangeSchema = z.object({ before: meanSchema, after: meanSchema, difference: z.number(), ...interval });

/** A table of impact ratios as it may be shown; see shared/analytics/impact.ts. `hidden`: categories that may not be. */
const impactTableSchema = z.object({
  dimensions: z.array(z.string()),
  categories: z.array(
    z.object({
      category: z.array(z.string()),
      rate: rateSchema,
      ratio: z.number().nullable(),
      flagged: z.boolean(),
      p: z.number().nullable(),
      sure: z.boolean(),
      out: z.enum(['under_share', 'few']).nullable(),
      shown: z.boolean(),
    }),
  ),
  highest: z.array(z.string()).nullable(),
  unknown: z.object({ cases: count, of: count }),
  hidden: count,
});

/** Steps on the way, each of those who made the one before. */
export const fairnessStages = ['came', 'finished', 'passed', 'offered', 'hired'] as const;
/** What is looked at: a step, what one version of a position's rules said, what one version of a scorer gave. */
const fairnessPartSchema = z.object({
  kind: z.enum(['stage', 'rule', 'model']),
  /** The stage; 'position@version'; 'name@version'. */
  name: z.string(),
  positionId: z.string().nullable(),
  people: count,
  tables: z.array(impactTableSchema),
});
export const fairnessSchema = z.object({
  /** People of the interviews looked at, and those of them who said something of themselves. */
  people: count,
  said: count,
  from: instant.nullable(),
  to: instant.nullable(),
  parts: z.array(fairnessPartSchema),
  /** Rule and scorer versions that are left out because there are too many. */
  leftOut: count,
});

const evidenceSchema = z.object({
  appointments: count,
  missed: count,
  brier: z.number(),
  baseBrier: z.number(),
  gain: gainSchema,
  bins: z.array(z.object({ said: z.number(), came: rateSchema })),
  reliability: z.number(),
});
const scaleSchema = z.object({ means: z.array(z.number()), spreads: z.array(z.number()) });
const noShowModelSchema = z.object({
  version: z.literal(1),
  scale: scaleSchema,
  logistic: z.object({ coefficients: z.array(z.number()) }),
  platt: z.object({ slope: z.number(), intercept: z.number() }),
});
export const noShowSchema = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('insufficient'),
    missing: z.object({ appointments: count, missed: count, kept: count }),
  }),
  z.object({ state: z.literal('not_better'), evidence: evidenceSchema }),
  z.object({ state: z.literal('on'), evidence: evidenceSchema, model: noShowModelSchema }),
]);

const figuresSchema = z.object({
  difficulty: meanSchema.nullable(),
  discrimination: correlationSchema.nullable(),
  skipped: rateSchema,
  complained: rateSchema,
  seconds: z.object({ low: z.number(), median: z.number(), high: z.number() }).nullable(),
  realism: meanSchema.nullable(),
});
export const questionFindings = [
  'too_easy',
  'too_hard',
  'tells_nobody_apart',
  'often_skipped',
  'often_complained',
  'unrealistic',
] as const;
export const versionResultSchema = z.object({
  realism: meanChangeSchema.nullable(),
  skipped: changeSchema.nullable(),
  complained: changeSchema.nullable(),
});
/** Of one position: every version of each question that was put. `version`: of the bank; null where it is not from it. */
export const questionsSchema = z.object({
  interviews: count,
  /** Versions that are put by lot, of those invited since the lot began. */
  trials: z.array(z.object({ experimentId: id('exp'), a: count, b: count, result: versionResultSchema.nullable() })),
  questions: z.array(
    z.object({
      questionId: z.string(),
      print: z.string(),
      bank: z.object({ bankId: id('bank'), version: z.number().int() }).nullable(),
      /** Whether it is asked as the position stands now. */
      current: z.boolean(),
      prompt: z.string(),
      n: count,
      missing: count,
      figures: figuresSchema.nullable(),
      findings: z.array(z.enum(questionFindings)),
    }),
  ),
});

const impactSchema = z.array(impactTableSchema);
const weightEvidenceSchema = z.object({
  people: count,
  gain: gainSchema,
  before: correlationSchema.nullable(),
  after: correlationSchema.nullable(),
  range: z.object({ ratio: z.number().nullable(), restricted: z.boolean() }),
  impact: z.object({ before: impactSchema, after: impactSchema, judged: z.boolean() }),
});
const pointsSchema = z.array(z.object({ name: z.string(), now: z.number(), wanted: z.number() }));
/** Of one position; points that add up to 100. `planVersion`: the one it was worked out for. */
export const weightsSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('insufficient'), family: z.array(z.string()), people: count, missing: count }),
  z.object({ state: z.literal('no_gain'), family: z.array(z.string()), evidence: weightEvidenceSchema }),
  z.object({
    state: z.enum(['adverse', 'proposal']),
    family: z.array(z.string()),
    planVersion: z.number().int(),
    points: pointsSchema,
    evidence: weightEvidenceSchema,
  }),
]);

export const demandSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('insufficient'), missing: count }),
  z.object({
    state: z.literal('forecast'),
    season: z.enum(['used', 'unknown']),
    forecasts: z.array(
      z.object({
        positionId: z.string(),
        months: count,
        expected: z.number(),
        low: count,
        high: count,
        /** Vacancies of the last twelve months, the newest last. */
        recent: z.array(count),
        /** Of those invited so far: how many were hired. */
        hiredPerInvited: z.number().nullable(),
        /** People who were passed over for this position before and are in the pool. */
        pooled: count,
      }),
    ),
    backtest: z
      .object({
        tries: count,
        miss: z.number(),
        naive: z.number(),
        seasonal: z.number(),
        mase: z.number().nullable(),
        gain: gainSchema.nullable(),
        better: z.boolean(),
      })
      .nullable(),
  }),
]);

/** What is learned, by topic. `subject`: a position, or '' for the company. */
export const learnedSchemas = {
  fairness: fairnessSchema,
  no_show: noShowSchema,
  questions: questionsSchema,
  weights: weightsSchema,
  demand: demandSchema,
} as const;
export type Topic = keyof typeof learnedSchemas;
export type LearnedValue<T extends Topic> = z.infer<(typeof learnedSchemas)[T]>;
