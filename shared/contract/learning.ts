import * as z from 'zod';
import { outcomeFields } from '../intake/columns.ts';
import { intakeLimits } from '../intake/files.ts';
import { outcomeProblems } from '../intake/outcome-row.ts';
import { outcomeSchema } from '../learning/outcome.ts';
import { birthBands, sexes } from '../learning/voluntary.ts';
import {
  demandSchema,
  fairnessSchema,
  noShowSchema,
  questionsSchema,
  versionResultSchema,
  weightsSchema,
} from './learned.ts';
import { candidateErrors, id, instant, operation, operationId, staffErrors } from './operation.ts';

const positionParams = z.object({ positionId: id('pos') });
const version = z.number().int().positive();
const of = <S extends z.ZodType>(value: S) => z.object({ version, at: instant, value }).nullable();

const saidSchema = z.object({ sex: z.enum(sexes).nullable(), bornFrom: z.literal(birthBands).nullable() });
const voluntaryView = z.object({ said: saidSchema.nullable(), version: z.string().nullable(), at: instant.nullable() });

export type Outcome = z.infer<typeof outcomeSchema>;
const outcomeRow = outcomeSchema.extend({
  candidate: z.string(),
  position: z.string(),
  joinedAt: instant.nullable(),
  /** 0: nothing is known yet. */
  version: z.number().int().nonnegative(),
  at: instant.nullable(),
  by: z.string().nullable(),
  from: z.enum(['entered', 'file', 'connector']).nullable(),
});

const experimentParams = positionParams.extend({ experimentId: id('exp') });
const actSchema = z.object({ by: z.string(), at: instant });
const experimentSchema = z.object({
  experimentId: id('exp'),
  positionId: id('pos'),
  position: z.string(),
  questionId: z.string(),
  bankId: id('bank'),
  a: version,
  b: version,
  before: z.string(),
  after: z.string(),
  why: z.string(),
  state: z.enum(['proposed', 'refused', 'running', 'ended']),
  proposed: actSchema,
  reviewed: actSchema.extend({ note: z.string() }).nullable(),
  ended: actSchema.extend({ adopted: z.boolean() }).nullable(),
  /** How often each was put so far, and what the new one did; null while either was put too few times. */
  put: z.object({ a: z.number().int(), b: z.number().int() }),
  result: versionResultSchema.nullable(),
});
const experimentErrors = [...staffErrors, 'version_conflict'] as const;

/** What a company learns from its interviews, and what people say of themselves of their own will. */
export const learningOperations = {
  'voluntary.get': operation({ role: 'candidate', output: voluntaryView, errors: candidateErrors }),
  'voluntary.save': operation({
    role: 'candidate',
    input: z.object({ ...saidSchema.shape, consent: z.object({ version: z.string().regex(/^[a-z0-9.-]{1,20}$/) }) }),
    output: voluntaryView,
    errors: candidateErrors,
  }),
  'voluntary.delete': operation({ role: 'candidate', output: voluntaryView, errors: candidateErrors }),
  'learning.overview': operation({
    role: 'staff',
    output: z.object({
      /** When each was last worked out; null: not yet. */
      fairness: z.object({ at: instant, flagged: z.number().int() }).nullable(),
      noShow: z.object({ at: instant, state: z.enum(['insufficient', 'not_better', 'on']) }).nullable(),
      questions: z.object({ at: instant, findings: z.number().int() }).nullable(),
      weights: z.object({ at: instant, proposals: z.number().int(), positions: z.number().int() }).nullable(),
      demand: z.object({ at: instant, state: z.enum(['insufficient', 'forecast']), expected: z.number() }).nullable(),
      outcomes: z.number().int(),
      helps: z.boolean(),
    }),
    errors: staffErrors,
  }),
  /** Works everything out anew with the next minute's tick, not only in the weekly turn. */
  'learning.run': operation({ role: 'staff', output: z.object({}), errors: staffErrors }),
  'learning.fairness': operation({
    role: 'staff',
    query: z.object({ version: z.coerce.number().int().positive().optional() }),
    output: z.object({
      report: of(fairnessSchema),
      /** The newest first. */
      history: z.array(z.object({ version, at: instant, people: z.number().int(), flagged: z.number().int() })),
      company: z.string(),
      positions: z.array(z.object({ positionId: id('pos'), title: z.string() })),
    }),
    errors: staffErrors,
  }),
  'learning.noShow': operation({
    role: 'staff',
    output: z.object({
      found: of(noShowSchema),
      /** Whether the company wants it to help. */
      helps: z.boolean(),
      history: z.array(
        z.object({
          version,
          at: instant,
          state: z.enum(['insufficient', 'not_better', 'on']),
          gain: z.number().nullable(),
        }),
      ),
    }),
    errors: staffErrors,
  }),
  'learning.questions': operation({
    role: 'staff',
    output: z.object({
      positions: z.array(
        z.object({ positionId: id('pos'), title: z.string(), department: z.string(), report: of(questionsSchema) }),
      ),
    }),
    errors: staffErrors,
  }),
  'learning.weights': operation({
    role: 'staff',
    output: z.object({
      positions: z.array(
        z.object({
          positionId: id('pos'),
          title: z.string(),
          planVersion: z.number().int(),
          report: of(weightsSchema),
          approved: z
            .object({ by: z.string(), at: instant, from: version, to: version, rolledBack: z.boolean() })
            .nullable(),
        }),
      ),
    }),
    errors: staffErrors,
  }),
  'position.approveWeights': operation({
    role: 'staff',
    params: positionParams,
    /** `report`: the version of what was learned that was read; `version`: the position's. */
    input: z.object({ operationId, report: version, version }),
    output: z.object({ version }),
    errors: [...staffErrors, 'operation_conflict', 'version_conflict'],
  }),
  /** The weights there were before the last approval, in a version of their own. */
  'position.rollBackWeights': operation({
    role: 'staff',
    params: positionParams,
    input: z.object({ operationId, version }),
    output: z.object({ version }),
    errors: [...staffErrors, 'operation_conflict', 'version_conflict'],
  }),
  'learning.demand': operation({
    role: 'staff',
    output: z.object({
      report: of(demandSchema),
      positions: z.array(
        z.object({
          positionId: id('pos'),
          title: z.string(),
          department: z.string(),
          /** Where people can be invited to now; null: there is no open requisition. */
          requisitionId: id('req').nullable(),
          /** People to invite so that as many as are expected start; null: nobody was hired yet. */
          invitations: z.number().int().nullable(),
          pool: z.array(z.object({ applicationId: id('app'), candidateId: id('cand'), name: z.string() })),
          pooled: z.number().int(),
        }),
      ),
    }),
    errors: staffErrors,
  }),
  'outcome.list': operation({
    role: 'staff',
    output: z.object({
      outcomes: z.array(outcomeRow),
      needed: z.number().int(),
      /** When the company's own system last said everything it knew, and when it last could not since; null: none did. */
      pulled: z.object({ at: instant.nullable(), failedAt: instant.nullable() }).nullable(),
    }),
    errors: staffErrors,
  }),
  'outcome.enter': operation({
    role: 'staff',
    input: z.object({
      from: z.enum(['entered', 'file']),
      /** `version`: the one that was read, 0 where there was none. */
      outcomes: z
        .array(outcomeSchema.extend({ version: z.number().int().nonnegative() }))
        .min(1)
        .max(100),
    }),
    /** Written, as they were already, and refused because somebody wrote meanwhile or nobody of that id was hired. */
    output: z.object({ written: z.array(id('app')), same: z.array(id('app')), refused: z.array(id('app')) }),
    errors: staffErrors,
  }),
  'outcome.history': operation({
    role: 'staff',
    params: z.object({ applicationId: id('app') }),
    output: z.object({ versions: z.array(outcomeRow) }),
    errors: staffErrors,
  }),
  'outcome.preview': operation({
    role: 'staff',
    params: z.object({ fileId: id('file') }),
    input: z.object({ columns: z.array(z.enum(outcomeFields).nullable()).max(intakeLimits.columns) }),
    output: z.object({
      outcomes: z.array(outcomeRow.extend({ row: z.number().int(), changes: z.boolean() })),
      problems: z.array(
        z.object({
          row: z.number().int(),
          column: z.string().nullable(),
          field: z.enum(outcomeFields),
          problem: z.enum(outcomeProblems),
          text: z.string(),
        }),
      ),
    }),
    errors: [...staffErrors, 'file_not_ready'],
  }),
  'experiment.list': operation({
    role: 'staff',
    output: z.object({ experiments: z.array(experimentSchema) }),
    errors: staffErrors,
  }),
  'experiment.propose': operation({
    role: 'staff',
    params: positionParams,
    /** `version`: of the bank's question, newer than the position's. */
    input: z.object({ operationId, questionId: z.string().max(20), version, why: z.string().trim().min(1).max(500) }),
    output: experimentSchema,
    errors: [...experimentErrors, 'invalid_input'],
  }),
  /** The business side's word: somebody other than the one who proposed it. */
  'experiment.review': operation({
    role: 'staff',
    params: experimentParams,
    input: z.object({ accept: z.boolean(), note: z.string().trim().max(500) }),
    output: experimentSchema,
    errors: experimentErrors,
  }),
  'experiment.end': operation({
    role: 'staff',
    params: experimentParams,
    /** The new version becomes the position's. */
    input: z.object({ operationId, adopt: z.boolean() }),
    output: experimentSchema,
    errors: [...experimentErrors, 'operation_conflict'],
  }),
};
