import * as z from 'zod';
import { competencySchema, planSchema, questionKindSchema, questionSchema } from '../interview/plan.ts';
import { changedParts, changeKinds } from '../organisation/position/changes.ts';
import { positionSettings } from '../organisation/position/draft.ts';
import { findingCodes } from '../organisation/position/lint.ts';
import { versionKinds } from '../organisation/position/version-kinds.ts';
import { positionSchema } from '../organisation/records.ts';
import { settingsSchema } from '../settings.ts';
import { id, instant, operation, operationId, staffErrors } from './operation.ts';

const positionParams = z.object({ positionId: id('pos') });
const bankParams = z.object({ bankId: id('bank') });
const version = z.number().int().positive();
const changed = [...staffErrors, 'operation_conflict', 'version_conflict'] as const;

const picked = Object.fromEntries(positionSettings.map((name) => [name, true])) as Record<
  (typeof positionSettings)[number],
  true
>;
/** What HR edits of a position; the weights of its model add up to 1. */
const draftSchema = positionSchema.pick({ secondInterview: true, criteria: true }).extend({
  title: z.string().trim().min(1).max(40),
  department: z.string().trim().min(1).max(40),
  briefing: z.object({ title: z.string().max(40), text: z.string().max(2000) }).optional(),
  plan: planSchema
    .pick({ questions: true })
    .extend({ introduction: z.string().max(1000), competencies: planSchema.shape.competencies.max(12) }),
  settings: settingsSchema.pick(picked).partial(),
});

const changeSchema = z.object({
  part: z.enum(changedParts),
  kind: z.enum(changeKinds),
  name: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
});
const findingSchema = z.object({
  level: z.enum(['error', 'warning']),
  code: z.enum(findingCodes),
  place: z.enum(['basics', 'competencies', 'questions', 'settings', 'briefing']),
  index: z.number().int().nullable(),
  value: z.string(),
  ground: z.string().nullable(),
});

/** Who made a version and when; nobody, of one that was imported. */
const madeShape = { version, kind: z.enum(versionKinds), at: instant.nullable(), by: z.string().nullable() };

const positionView = z.object({
  position: positionSchema,
  made: z.object(madeShape),
  /** What holds where the position has no setting of its own, and which of it the company decided. */
  inherited: settingsSchema,
  ofCompany: z.array(z.string()),
  /** Interviews that go on with the plan and the settings they were invited with. */
  underway: z.number().int(),
  openRequisitions: z.number().int(),
  findings: z.array(findingSchema),
});

const bankQuestion = questionSchema.omit({ id: true, bank: true, required: true });
const bankEntry = z.object({
  /** Null: it stands in one position only and is not in the bank yet. */
  bankId: id('bank').nullable(),
  version,
  question: bankQuestion,
  at: instant.nullable(),
  by: z.string().nullable(),
  uses: z.array(
    z.object({
      positionId: id('pos'),
      title: z.string(),
      questionId: z.string(),
      version,
      /** `own`: the position changed its copy. */
      state: z.enum(['current', 'older', 'own']),
    }),
  ),
});

export const positionOperations = {
  'position.list': operation({
    role: 'staff',
    /** Of the templates. */
    query: z.object({ language: z.enum(['zh', 'en']).optional() }),
    output: z.object({
      positions: z.array(
        z.object({
          positionId: id('pos'),
          title: z.string(),
          department: z.string(),
          questions: z.number().int(),
          minutes: z.number().int(),
          competencies: z.array(competencySchema.pick({ name: true, weight: true })),
          made: z.object(madeShape),
          underway: z.number().int(),
          openRequisitions: z.number().int(),
          archivedAt: instant.nullable(),
        }),
      ),
      templates: z.array(
        z.object({
          templateId: z.string(),
          title: z.string(),
          department: z.string(),
          competencies: z.array(z.string()),
          questions: z.number().int(),
          minutes: z.number().int(),
        }),
      ),
    }),
    errors: staffErrors,
  }),
  'position.get': operation({ role: 'staff', params: positionParams, output: positionView, errors: staffErrors }),
  'position.create': operation({
    role: 'staff',
    input: z.object({
      operationId,
      /** Null: an empty one, to be filled. */
      templateId: z.string().max(40).nullable(),
      language: z.enum(['zh', 'en']),
      title: z.string().trim().min(1).max(40),
      department: z.string().trim().min(1).max(40),
    }),
    output: positionView,
    errors: [...staffErrors, 'operation_conflict'],
  }),
  'position.save': operation({
    role: 'staff',
    params: positionParams,
    input: z.object({
      operationId,
      /** The one that was edited. Refused with who saved the newer one, and when. */
      version,
      draft: draftSchema,
      /** An improper question was looked at and is meant; kept with the version. */
      acknowledged: z.boolean(),
    }),
    output: positionView,
    errors: changed,
  }),
  'position.history': operation({
    role: 'staff',
    params: positionParams,
    output: z.object({
      /** The newest first, each with what it changed. */
      versions: z.array(z.object({ ...madeShape, acknowledged: z.boolean(), changes: z.array(changeSchema) })),
    }),
    errors: staffErrors,
  }),
  'position.restore': operation({
    role: 'staff',
    params: positionParams,
    input: z.object({ operationId, version, to: version }),
    output: positionView,
    errors: changed,
  }),
  'position.archive': operation({
    role: 'staff',
    params: positionParams,
    input: z.object({ operationId, version, archived: z.boolean() }),
    output: positionView,
    errors: [...changed, 'requisition_open'],
  }),
  'question.list': operation({
    role: 'staff',
    query: z.object({ text: z.string().max(100).optional(), kind: questionKindSchema.optional() }),
    output: z.object({ questions: z.array(bankEntry) }),
    errors: staffErrors,
  }),
  'question.save': operation({
    role: 'staff',
    input: z.object({
      operationId,
      /** Null: a new one. */
      bankId: id('bank').nullable(),
      /** The one that was edited; 0 of a new one. */
      version: z.number().int().nonnegative(),
      question: bankQuestion,
      /** Where it was taken from, to be linked with it. */
      from: z.object({ positionId: id('pos'), questionId: z.string() }).nullable(),
    }),
    output: bankEntry,
    errors: [...changed],
  }),
  'question.history': operation({
    role: 'staff',
    params: bankParams,
    output: z.object({
      versions: z.array(z.object({ version, at: instant, by: z.string(), question: bankQuestion })),
    }),
    errors: staffErrors,
  }),
  'question.adopt': operation({
    role: 'staff',
    params: bankParams,
    input: z.object({ operationId, positionIds: z.array(id('pos')).min(1).max(50) }),
    /** Those that have the newest version now, and those that somebody else was saving. */
    output: z.object({ adopted: z.array(id('pos')), busy: z.array(id('pos')) }),
    errors: [...staffErrors, 'operation_conflict'],
  }),
};
