import * as z from 'zod';
import { erasureCauses, erasureStates, laws, purposes } from '../privacy/laws.ts';
import { privacySettingsSchema } from '../privacy/settings.ts';
import { candidateErrors, id, instant, operation, operationId, staffErrors } from './operation.ts';

const law = z.enum(laws);
const language = z.enum(['zh', 'en']);
const state = z.enum(erasureStates);
const count = z.number().int().nonnegative();
const countsSchema = z.object({
  interviews: count,
  answers: count,
  recordings: count,
  reports: count,
  notes: count,
  messages: count,
  files: count,
});
const cursor = z.string().max(200);
/** A word, or an id, that is looked for. */
const sought = z
  .string()
  .regex(/^[A-Za-z0-9_.-]{2,60}$/)
  .optional();

/** `hash` is over everything before it, and stands in the audit as well. */
const certificateSchema = z.object({
  erasureId: id('ers'),
  company: z.string(),
  /** Of the person: whoever knows their id can make it again, and nobody can read it out of it. */
  stub: z.string(),
  because: z.enum(erasureCauses),
  state,
  askedAt: instant,
  begunAt: instant.nullable(),
  doneAt: instant.nullable(),
  counts: countsSchema.nullable(),
  hash: z.string().nullable(),
});
const noticeSchema = z.object({
  law,
  language,
  /** 0: the one that comes with the product. */
  version: count,
  /** As it is kept with a consent. */
  name: z.string(),
  title: z.string(),
  paragraphs: z.array(z.object({ head: z.string(), text: z.string() })),
});
const recordSchema = z.object({
  at: instant,
  operation: z.string(),
  does: z.enum(['reads', 'writes']),
  role: z.string(),
  by: z.string(),
  /** Of a member of staff, as they are called now; null where they are no more, and of candidates. */
  byName: z.string().nullable(),
  outcome: z.string(),
  people: z.array(z.object({ candidateId: z.string(), name: z.string().nullable() })),
  interviews: z.array(z.string()),
  block: count,
});
const holdSchema = z.object({ reason: z.string(), by: z.string(), at: instant });
const erasureParams = z.object({ erasureId: id('ers') });
const candidateParams = z.object({ candidateId: id('cand') });
const auditQuery = z.object({ by: sought, candidate: sought, operation: sought, day: z.iso.date().optional() });
const paragraph = z.object({ head: z.string().trim().min(1).max(60), text: z.string().trim().min(1).max(4000) });

/** 「我的信息与权利」, and what a company owes with it. */
export const privacyOperations = {
  'privacy.mine': operation({
    role: 'candidate',
    output: z.object({
      company: z.string(),
      law,
      consents: z.array(
        z.object({
          interviewId: id('itv'),
          position: z.string(),
          purpose: z.enum(purposes),
          version: z.string(),
          granted: z.boolean(),
          at: instant,
          withdrawnAt: instant.nullable(),
        }),
      ),
      interviews: z.array(
        z.object({
          interviewId: id('itv'),
          position: z.string(),
          /** Whether a person may still be asked for instead of the AI. */
          open: z.boolean(),
          /** Whether a transcript can be put right, a result contested. */
          judged: z.boolean(),
        }),
      ),
      keptMonths: z.object({ unhired: count, pool: count, recordings: count }),
      erasure: z
        .object({
          erasureId: id('ers'),
          state,
          askedAt: instant,
          dueAt: instant.nullable(),
          code: z.string().nullable(),
        })
        .nullable(),
    }),
    errors: candidateErrors,
  }),
  'privacy.notice': operation({
    role: 'candidate',
    query: z.object({ language: language.optional() }),
    output: noticeSchema,
    errors: candidateErrors,
  }),
  'privacy.withdraw': operation({
    role: 'candidate',
    input: z.object({ operationId, purpose: z.enum(purposes) }),
    output: z.object({ purpose: z.enum(purposes), withdrawnAt: instant, leftToPeople: z.array(id('itv')) }),
    errors: candidateErrors,
  }),
  'privacy.download': operation({
    role: 'candidate',
    /** Everything we have of the person who asks, as it stands. */
    output: z.record(z.string(), z.unknown()),
    errors: [...candidateErrors, 'rate_limited'],
  }),
  'privacy.askErasure': operation({
    role: 'candidate',
    input: z.object({ operationId }),
    output: z.object({ erasureId: id('ers'), code: z.string().nullable(), dueAt: instant.nullable() }),
    errors: candidateErrors,
  }),
  'privacy.takeBack': operation({
    role: 'candidate',
    input: z.object({ operationId, erasureId: id('ers') }),
    output: z.object({ state }),
    errors: [...candidateErrors, 'erasure_begun'],
  }),
  'privacy.certificate': operation({
    role: 'public',
    input: z.object({ code: z.string().regex(/^[A-Za-z0-9_-]{16,40}$/) }),
    output: certificateSchema,
    errors: ['not_found', 'rate_limited'],
  }),
  'erasure.list': operation({
    role: 'staff',
    query: z.object({ cursor: cursor.optional() }),
    output: z.object({
      erasures: z.array(
        certificateSchema.extend({
          candidateId: id('cand'),
          /** Null once they are deleted. */
          name: z.string().nullable(),
          dueAt: instant.nullable(),
          /** Of HR, who did not wait for the day. */
          by: z.string().nullable(),
          hold: holdSchema.nullable(),
        }),
      ),
      holds: z.array(holdSchema.extend({ candidateId: id('cand'), name: z.string().nullable() })),
      cursor: z.string().nullable(),
    }),
    errors: staffErrors,
  }),
  'erasure.carryOut': operation({
    role: 'staff',
    params: erasureParams,
    input: z.object({ operationId }),
    output: z.object({ erasureId: id('ers'), candidateId: id('cand'), state, dueAt: instant.nullable() }),
    errors: [...staffErrors, 'erasure_held', 'erasure_begun'],
  }),
  'hold.put': operation({
    role: 'staff',
    params: candidateParams,
    input: z.object({ reason: z.string().trim().min(2).max(500) }),
    output: holdSchema.extend({ candidateId: id('cand') }),
    errors: [...staffErrors, 'erasure_begun'],
  }),
  'hold.lift': operation({
    role: 'staff',
    params: candidateParams,
    input: z.object({ operationId }),
    output: z.object({ candidateId: id('cand') }),
    errors: staffErrors,
  }),
  'privacy.settings': operation({
    role: 'staff',
    query: z.object({ language: language.optional() }),
    output: z.object({ settings: privacySettingsSchema, notices: z.array(noticeSchema) }),
    errors: staffErrors,
  }),
  'privacy.saveSettings': operation({
    role: 'staff',
    input: privacySettingsSchema,
    output: z.object({ settings: privacySettingsSchema }),
    errors: staffErrors,
  }),
  'privacy.saveNotice': operation({
    role: 'staff',
    params: z.object({ law: z.string() }),
    input: z.object({
      language,
      /** The version that was edited. */
      version: count,
      title: z.string().trim().min(1).max(60),
      paragraphs: z.array(paragraph).min(1).max(20),
    }),
    output: noticeSchema,
    errors: [...staffErrors, 'version_conflict'],
  }),
  'audit.search': operation({
    role: 'staff',
    query: auditQuery.extend({ cursor: cursor.optional() }),
    output: z.object({ records: z.array(recordSchema), cursor: z.string().nullable() }),
    errors: staffErrors,
  }),
  'audit.ofApplication': operation({
    role: 'staff',
    params: z.object({ applicationId: id('app') }),
    query: z.object({ cursor: cursor.optional() }),
    output: z.object({ records: z.array(recordSchema), cursor: z.string().nullable() }),
    errors: staffErrors,
  }),
  'audit.verify': operation({
    role: 'staff',
    /** `from`: of the answer before, to go on. */
    input: z.object({
      from: z
        .object({ n: count, hash: z.string().max(64), day: z.iso.date() })
        .nullable()
        .optional(),
    }),
    output: z.object({
      blocks: count,
      records: count,
      /** Notes of the chain's end, one a day outside of the table, that were compared. */
      anchors: count,
      broken: z
        .object({ block: count, how: z.enum(['missing', 'changed', 'unlinked', 'cut_off', 'replaced']) })
        .nullable(),
      /** Null where the end was reached. */
      walk: z.object({ n: count, hash: z.string(), day: z.string() }).nullable(),
    }),
    errors: staffErrors,
  }),
  'audit.export': operation({
    role: 'staff',
    query: auditQuery,
    output: z.object({ name: z.string(), csv: z.string(), rows: count, whole: z.boolean() }),
    errors: staffErrors,
  }),
};
