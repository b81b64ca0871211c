import * as z from 'zod';
import { conclusionSchema, conditionSchema, ruleSchema, ruleSetSchema } from '../rules/rule.ts';
import { id, operation, staffErrors } from './operation.ts';

const positionParams = z.object({ positionId: id('pos') });
const bandSchema = z.object({ fact: z.string(), from: z.number(), to: z.number() });
const ruleId = z.string();

const findingSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('gap'), area: z.array(bandSchema) }),
  z.object({ kind: z.literal('overlap'), area: z.array(bandSchema), ruleIds: z.array(ruleId), agree: z.boolean() }),
  z.object({ kind: z.literal('idle'), ruleId }),
  z.object({ kind: z.literal('improper'), ruleId, fact: z.string() }),
  z.object({ kind: z.literal('unattended_refusal'), ruleId }),
  z.object({ kind: z.literal('too_wide') }),
]);

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

const rulesView = z.object({
  ruleSet: ruleSetSchema,
  /** False: the ones it is shipped with. */
  own: z.boolean(),
  findings: z.array(findingSchema),
});

export const ruleOperations = {
  'position.rules': operation({ role: 'recruiter', params: positionParams, output: rulesView, errors: staffErrors }),
  'position.saveRules': operation({
    role: 'recruiter',
    params: positionParams,
    /** `version`: the one these were made from. */
    input: ruleSetSchema.extend({
      rules: z.array(ruleSchema).min(1).max(30),
      waitHours: z.number().int().min(0).max(168),
    }),
    output: rulesView,
    errors: [...staffErrors, 'version_conflict'],
  }),
};
