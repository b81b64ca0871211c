import * as z from 'zod';
import { personProblems } from '../intake/candidate-row.ts';
import { candidateFields, organisationFields, outcomeFields, roundFields } from '../intake/columns.ts';
import { filePurposes, fileRefusals, intakeLimits } from '../intake/files.ts';
import { roundProblems, rounds } from '../intake/round-row.ts';
import { sources } from '../organisation/records.ts';
import { commandErrors, id, instant, operation, operationId, requisitionParams, staffErrors } from './operation.ts';

const fileParams = z.object({ fileId: id('file') });
const fileShape = {
  name: z.string().trim().min(1).max(200),
  mime: z.string().max(100),
};
const uploadFormSchema = z.object({
  url: z.string(),
  fields: z.record(z.string(), z.string()),
  maxBytes: z.number().int(),
});
const givenFile = z.object({ fileId: id('file'), ...fileShape });
const personShape = {
  name: z.string().max(200),
  phone: z.string().max(60),
  email: z.string().max(300),
  headline: z.string().max(500),
};
const known = z.number().int().nonnegative();
const fileErrors = [...staffErrors, 'file_not_ready'] as const;
const columnsOf = <const F extends readonly [string, ...string[]]>(fields: F) =>
  z.object({ columns: z.array(z.enum(fields).nullable()).max(intakeLimits.columns) });

const foundProblem = z.object({
  /** Letter of the column, as a spreadsheet names it; null where no column holds it. */
  column: z.string().nullable(),
  field: z.enum(candidateFields),
  problem: z.enum(personProblems),
  /** The row that a repeated one repeats. */
  first: z.number().int().nullable(),
});
const importView = z.object({
  importId: id('imp'),
  state: z.enum(['running', 'done']),
  done: known,
  all: known,
  added: known,
  known,
  skipped: known,
});
const matchSchema = z.object({
  share: z.number(),
  matched: z.boolean(),
  criteria: z.array(z.object({ name: z.string(), met: z.boolean(), quote: z.string().nullable() })),
});

/** Who cannot be invited, and why. */
const uninvitable = ['absent', 'not_matched', 'already_invited', 'no_channel'] as const;

/** How people come in: by tables and résumés that HR hands in, and by a requisition's link. */
export const intakeOperations = {
  'intake.form': operation({
    role: 'staff',
    input: z.object({ purpose: z.enum(filePurposes), ...fileShape }),
    output: z.object({ fileId: id('file'), form: uploadFormSchema }),
    errors: [...staffErrors, 'media_not_allowed'],
  }),
  'intake.read': operation({
    role: 'staff',
    params: fileParams,
    input: z.object({ purpose: z.enum(filePurposes), ...fileShape }),
    output: z.object({ state: z.enum(['reading', 'ready', 'failed']) }),
    errors: [...staffErrors, 'media_not_allowed'],
  }),
  /** Another try at a file that was given up, also an applicant's. */
  'intake.readAgain': operation({
    role: 'staff',
    params: fileParams,
    output: z.object({ state: z.enum(['reading', 'ready', 'failed']) }),
    errors: [...staffErrors, 'file_not_ready'],
  }),
  'intake.get': operation({
    role: 'staff',
    params: fileParams,
    query: z.object({ importId: id('imp').optional() }),
    output: z.object({
      name: z.string(),
      purpose: z.enum(filePurposes),
      state: z.enum(['reading', 'ready', 'failed']),
      code: z.enum(fileRefusals).nullable(),
      headers: z.array(z.string()),
      rows: known,
      /** What the header suggests, column by column. */
      columns: z.array(
        z.enum([...candidateFields, ...roundFields, ...organisationFields, ...outcomeFields]).nullable(),
      ),
      /** Of a résumé: its text, and who seems to have written it. */
      text: z.string().nullable(),
      facts: z.object({ name: z.string().nullable(), phone: z.string().nullable(), email: z.string().nullable() }),
      import: importView.nullable(),
    }),
    errors: staffErrors,
  }),
  'intake.preview': operation({
    role: 'staff',
    params: fileParams,
    input: columnsOf(candidateFields),
    output: z.object({
      new: known,
      known,
      /** Rows, not problems: a row may have several. */
      wrong: known,
      sample: z.array(
        z.object({
          row: z.number().int(),
          name: z.string(),
          phone: z.string(),
          headline: z.string(),
          known: z.boolean(),
        }),
      ),
      /** The first of them. */
      problems: z.array(foundProblem.extend({ row: z.number().int(), text: z.string() })),
    }),
    errors: fileErrors,
  }),
  'intake.problems': operation({
    role: 'staff',
    params: fileParams,
    input: columnsOf(candidateFields),
    /** As many as one answer holds. */
    output: z.object({
      headers: z.array(z.string()),
      rows: z.array(
        z.object({
          row: z.number().int(),
          cells: z.array(z.string()),
          problems: z.array(foundProblem),
        }),
      ),
    }),
    errors: fileErrors,
  }),
  'intake.import': operation({
    role: 'staff',
    params: fileParams,
    input: columnsOf(candidateFields).extend({ operationId }),
    output: importView,
    errors: [...fileErrors, ...commandErrors],
  }),
  'intake.rounds': operation({
    role: 'staff',
    params: fileParams,
    input: columnsOf(roundFields),
    output: z.object({
      results: z.array(
        z.object({
          row: z.number().int(),
          interviewId: id('itv'),
          applicationId: id('app'),
          candidate: z.string(),
          position: z.string(),
          round: z.enum(rounds),
          score: z.number().nullable(),
          passed: z.boolean(),
          comment: z.string(),
          day: z.string().nullable(),
        }),
      ),
      problems: z.array(
        z.object({
          row: z.number().int(),
          column: z.string().nullable(),
          field: z.enum(roundFields),
          problem: z.enum(roundProblems),
          text: z.string(),
        }),
      ),
    }),
    errors: fileErrors,
  }),
  'candidate.save': operation({
    role: 'staff',
    input: z.object({
      operationId,
      /** Of somebody who is there already; none for a new one. */
      candidateId: id('cand').optional(),
      ...personShape,
      source: z.enum(sources).optional(),
      /** The résumé as it is typed; left out, it stays as it is. */
      resume: z.string().max(50_000).optional(),
      /** A résumé that was handed in: its text, and its original beside it. */
      fileId: id('file').optional(),
    }),
    output: z.object({
      candidateId: id('cand').nullable(),
      /** `known`: that phone or address is somebody's already, who stays as they are. */
      outcome: z.enum(['added', 'changed', 'known', 'wrong']),
      problems: z.array(z.object({ field: z.enum(candidateFields), problem: z.enum(personProblems) })),
    }),
    errors: [...staffErrors, 'file_not_ready'],
  }),
  'candidate.get': operation({
    role: 'staff',
    params: z.object({ candidateId: id('cand') }),
    output: z.object({
      candidateId: id('cand'),
      ...personShape,
      source: z.enum(sources).nullable(),
      resume: z.string(),
      file: z.object({ name: z.string(), url: z.string() }).nullable(),
    }),
    errors: staffErrors,
  }),
  'invitation.preview': operation({
    role: 'staff',
    params: requisitionParams,
    input: z.object({ candidateIds: z.array(id('cand')).min(1).max(intakeLimits.invitedAtOnce) }),
    output: z.object({
      /** False: the requisition takes nobody any more. */
      open: z.boolean(),
      deadlineHours: z.number(),
      threshold: z.number(),
      people: z.array(
        z.object({
          candidateId: id('cand'),
          name: z.string(),
          share: z.number(),
          /** null: will be invited. */
          why: z.enum(uninvitable).nullable(),
          channels: z.array(z.enum(['wechat', 'sms', 'email'])),
        }),
      ),
    }),
    errors: staffErrors,
  }),
  'requisition.link': operation({
    role: 'staff',
    params: requisitionParams,
    output: z.object({ linkId: id('lnk').nullable(), title: z.string(), open: z.boolean(), at: instant.nullable() }),
    errors: staffErrors,
  }),
  'requisition.renewLink': operation({
    role: 'staff',
    params: requisitionParams,
    /** The link that is to open nothing more; null for the first one. */
    input: z.object({ instead: id('lnk').nullable() }),
    output: z.object({ linkId: id('lnk'), title: z.string(), open: z.boolean(), at: instant }),
    errors: staffErrors,
  }),
  'requisition.wishes': operation({
    role: 'staff',
    params: requisitionParams,
    output: z.object({
      wishes: z.array(
        z.object({
          candidateId: id('cand'),
          name: z.string(),
          headline: z.string(),
          at: instant,
          times: z.number().int(),
          source: z.enum(sources).nullable(),
          /** `none`: no résumé yet; `newer`: one came beside the one we have. */
          resume: z.enum(['none', 'reading', 'unread', 'there', 'newer']),
          /** A file nothing could be taken out of; `again`: another try may help. */
          unread: z.object({ fileId: id('file'), code: z.enum(fileRefusals), again: z.boolean() }).nullable(),
          match: matchSchema,
          applicationId: id('app').nullable(),
        }),
      ),
    }),
    errors: staffErrors,
  }),
  'requisition.adoptResume': operation({
    role: 'staff',
    params: requisitionParams.extend({ candidateId: id('cand') }),
    input: z.object({ adopt: z.boolean() }),
    output: z.object({ candidateId: id('cand') }),
    errors: staffErrors,
  }),
  'apply.open': operation({
    role: 'public',
    params: z.object({ linkId: id('lnk') }),
    output: z.object({
      company: z.string(),
      title: z.string(),
      department: z.string(),
      open: z.boolean(),
      wanted: z.array(z.string()),
      consentVersion: z.string(),
      contact: z.object({ name: z.string(), phone: z.string(), hours: z.string() }),
    }),
    errors: ['not_found', 'link_invalid', 'upgrade_required'],
  }),
  'apply.form': operation({
    role: 'public',
    params: z.object({ linkId: id('lnk') }),
    input: z.object(fileShape),
    output: z.object({ fileId: id('file'), form: uploadFormSchema }),
    errors: [
      'not_found',
      'link_invalid',
      'upgrade_required',
      'media_not_allowed',
      'requisition_closed',
      'rate_limited',
    ],
  }),
  'apply.send': operation({
    role: 'public',
    params: z.object({ linkId: id('lnk') }),
    input: z.object({
      operationId,
      ...personShape,
      source: z.enum(sources).optional(),
      resume: z.string().max(50_000),
      file: givenFile.optional(),
      consent: z.object({ version: z.string().max(40), granted: z.literal(true) }),
    }),
    /** The same whoever it is. */
    output: z.object({
      received: z.boolean(),
      problems: z.array(z.object({ field: z.enum(candidateFields), problem: z.enum(personProblems) })),
    }),
    errors: [
      'not_found',
      'link_invalid',
      'upgrade_required',
      'media_not_allowed',
      'requisition_closed',
      'rate_limited',
    ],
  }),
};
