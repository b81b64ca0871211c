import * as z from 'zod';
import { conclusionSchema } from '../interview/conclusion.ts';
import { outcomeSchema } from '../interview/state.ts';
import { conditionSchema, ruleSchema, ruleSetSchema } from '../rules/rule.ts';
import { id, instant, operation, staffErrors } from './operation.ts';

const positionParams = z.object({ positionId: id('pos') });
const bandSchema = z.object({ fact: z.string(), from: z.number(), to: z.number() });
const ruleId = z.string();

const findingSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('gap'), area: z.array(bandSchema) }),
  z.object({ kind: z.literal('overlap'), area: z.array(bandSchema), ruleIds: z.array(ruleId), agree: z.boolean() }),
  z.object({ kind: z.literal('idle'), ruleId }),
  z.object({ kind: z.literal('improper'), ruleId, fact: z.string() }),
  z.object({ kind: z.literal('absent'), ruleId, fact: z.string() }),
  z.object({ kind: z.literal('unattended_refusal'), ruleId }),
  z.object({ kind: z.literal('too_wide') }),
]);

/** The whole space as a picture; a decider that is null is a person. */
const mapSchema = z.object({
  x: z.string(),
  y: z.string().nullable(),
  /** Facts the picture does not show: where it depends on them there is more than one decider. */
  hidden: z.array(z.string()),
  fields: z.array(
    z.object({
      x: bandSchema,
      y: bandSchema.nullable(),
      deciders: z.array(ruleId.nullable()),
      /** Somewhere in it more than one rule matches. */
      several: z.boolean(),
    }),
  ),
});
const judgedShape = { findings: z.array(findingSchema), map: mapSchema.nullable() };

/** What the rules propose, and why: every rule up to the deciding one, condition by condition. */
export const proposalSchema = z.object({
  version: z.number().int(),
  conclusion: conclusionSchema,
  ruleId: ruleId.nullable(),
  /** For what the candidate has not said yet. */
  waits: z.boolean(),
  checked: z.array(
    z.object({
      ruleId,
      name: z.string(),
      concludes: conclusionSchema,
      conditions: z.array(
        conditionSchema.extend({ known: z.number().nullable(), holds: z.enum(['yes', 'no', 'unknown']) }),
      ),
    }),
  ),
});

/** The rule that made a decision; its name as it was in that version. */
export const ruledSchema = z.object({
  outcome: outcomeSchema,
  version: z.number().int(),
  name: z.string(),
  at: instant,
});

const versionShape = {
  ruleSet: ruleSetSchema,
  /** Null: they came with the product. */
  savedBy: z.string().nullable(),
  savedAt: instant.nullable(),
};

const rulesView = z.object({
  position: z.string(),
  department: z.string(),
  ...versionShape,
  /** False: the ones it is shipped with. */
  own: z.boolean(),
  ...judgedShape,
  /** What a rule of this position can read; `names`: where its values are no amounts, what each in turn is called. */
  facts: z.array(
    z.object({
      fact: z.string(),
      least: z.number(),
      most: z.number(),
      step: z.number(),
      names: z.array(z.string()).nullable(),
    }),
  ),
  /** What a rule can lead to, and what keeps it from doing that by itself. */
  conclusions: z.array(
    z.object({ conclusion: conclusionSchema, hindrance: z.enum(['person', 'company', 'scorer']).nullable() }),
  ),
  templates: z.array(ruleSchema),
});

const draftShape = {
  rules: z.array(ruleSchema).max(30),
  waitHours: z.number().int().min(0).max(168),
};
const concluded = z.object({ conclusion: conclusionSchema, ruleId: ruleId.nullable() });

export const ruleOperations = {
  'position.rules': operation({ role: 'staff', params: positionParams, output: rulesView, errors: staffErrors }),
  'position.saveRules': operation({
    role: 'staff',
    params: positionParams,
    /** `version`: the one these were made from. */
    input: ruleSetSchema.extend({ ...draftShape, rules: draftShape.rules.min(1) }),
    output: rulesView,
    errors: [...staffErrors, 'version_conflict', 'rule_needs_person'],
  }),
  /** What is to be said of rules that are not saved. */
  'position.lintRules': operation({
    role: 'staff',
    params: positionParams,
    input: z.object({ rules: draftShape.rules }),
    output: z.object(judgedShape),
    errors: staffErrors,
  }),
  'position.ruleVersions': operation({
    role: 'staff',
    params: positionParams,
    output: z.object({ versions: z.array(z.object(versionShape)) }),
    errors: staffErrors,
  }),
  /** What rules that are not saved would have made of the newest past interviews, a page at a time. */
  'position.replayRules': operation({
    role: 'staff',
    params: positionParams,
    input: z.object({ ...draftShape, cursor: z.string().max(120).optional() }),
    output: z.object({
      looked: z.number().int(),
      changed: z.array(
        z.object({
          applicationId: id('app'),
          name: z.string(),
          overall: z.number().nullable(),
          before: concluded,
          after: concluded,
          /** What was decided in fact. */
          decided: outcomeSchema.nullable(),
        }),
      ),
      /** How many each rule concludes; null: none does. */
      counts: z.array(z.object({ ruleId: ruleId.nullable(), before: z.number().int(), after: z.number().int() })),
      /** Of the ones that people decided, how many decisions the rules would have proposed. */
      decided: z.object({ people: z.number().int(), before: z.number().int(), after: z.number().int() }),
      cursor: z.string().nullable(),
    }),
    errors: staffErrors,
  }),
};
