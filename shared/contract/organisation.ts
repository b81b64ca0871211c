import * as z from 'zod';
import { organisationFields } from '../intake/columns.ts';
import { intakeLimits } from '../intake/files.ts';
import { organisationProblems } from '../organisation/post-row.ts';
import { priorities } from '../organisation/priority.ts';
import { companySchema } from '../organisation/records.ts';
import { settingsSchema } from '../settings.ts';
import { day, id, instant, operation, operationId, requisitionParams, staffErrors } from './operation.ts';

const count = z.number().int().nonnegative();
const departmentParams = z.object({ departmentId: id('dep') });
const fileParams = z.object({ fileId: id('file') });
const personSchema = z.object({ userId: id('usr'), name: z.string() });
const priority = z.enum(priorities);
const changed = [...staffErrors, 'operation_conflict', 'version_conflict'] as const;

/** 编制, 在职, 缺编, people on the way, and how many people open requisitions still look for. */
const numbersShape = { headcount: count, inPost: count, vacancies: count, onTheWay: count, sought: count };
const numbers = z.object(numbersShape);

const openingSchema = z.object({
  requisitionId: id('req'),
  positionId: id('pos'),
  position: z.string(),
  departmentId: id('dep').nullable(),
  department: z.string(),
  priority,
  /** The denominator of 「已完成1/2面试」; `passed` its numerator. */
  vacancies: count,
  passed: count,
  /** 待入职 or 已入职. */
  filled: count,
  /** 已入职. */
  joined: count,
  openedAt: instant,
  closedAt: instant.nullable(),
  owner: personSchema,
  deputy: personSchema.nullable(),
});

/** A position in a department. `version` is 0 where nobody entered its headcount yet. */
const postSchema = z.object({
  positionId: id('pos'),
  position: z.string(),
  version: count,
  ...numbersShape,
  /** 已入职 through interviews, among those in post: what an edit of `inPost` was looking at. */
  joined: count,
  requisitions: z.array(openingSchema),
});

const departmentSchema = z.object({
  departmentId: id('dep'),
  name: z.string(),
  parentId: id('dep').nullable(),
  /** 0 at the top. Departments come parents first, siblings by their order. */
  depth: count,
  order: z.number().int(),
  version: z.number().int().positive(),
  heads: z.array(personSchema),
  /** It came from WeCom. */
  wecom: z.boolean(),
  /** Of the department alone, and with all below it. */
  own: numbers,
  total: numbers,
  posts: z.array(postSchema),
});

const departmentInput = z.object({
  operationId,
  name: z.string().trim().min(1).max(40),
  parentId: id('dep').nullable(),
  headUserIds: z.array(id('usr')).max(10),
  order: z.number().int().min(0).max(1_000_000),
});

/** Everything about a requisition that HR edits. */
const requisitionView = openingSchema.extend({
  version: count,
  interviewers: z.array(personSchema),
  /** How many seats are taken: filled, or kept for an offer. `vacancies` cannot fall below it. */
  taken: count,
  /** How many people it may look for at most: vacant posts that no other open requisition looks for. Null: no post. */
  most: count.nullable(),
});

const requisitionShape = {
  vacancies: z.number().int().positive().max(1000),
  priority,
  deputyId: id('usr').nullable(),
  interviewerIds: z.array(id('usr')).max(20),
};

const changeKinds = z.enum(['added', 'changed', 'gone']);
/** What taking something over would do. `digest` names exactly this; taking it over asks for it. */
const previewShape = {
  digest: z.string(),
  departments: z.array(
    z.object({
      change: changeKinds,
      name: z.string(),
      /** Where it stands, from the top: 「华东制造 / 销售部」. */
      path: z.string(),
      /** Where it stood before; null of a new one. The same as `path` where only its heads change. */
      was: z.string().nullable(),
      /** Gone there, but something here refers to it: it stays. */
      kept: z.boolean(),
    }),
  ),
  posts: z.array(
    z.object({
      change: z.enum(['added', 'changed']),
      department: z.string(),
      position: z.string(),
      headcount: z.object({ from: count.nullable(), to: count }),
      inPost: z.object({ from: count.nullable(), to: count }),
    }),
  ),
  people: z.array(
    z.object({
      change: changeKinds,
      name: z.string(),
      wecomUserId: z.string(),
      /** Who heads a department becomes staff as its head; others are not taken over. */
      heads: z.array(z.string()),
      /** Open requisitions that somebody who is gone still owns: hand them over. */
      owns: count,
    }),
  ),
  unchanged: count,
};
const appliedSchema = z.object({
  departments: z.object({ added: count, changed: count, gone: count }),
  posts: z.object({ added: count, changed: count }),
  people: z.object({ added: count, changed: count, gone: count }),
});
const digest = z.string().max(100);
const columns = z.array(z.enum(organisationFields).nullable()).max(intakeLimits.columns);
const rowProblem = z.object({
  row: z.number().int(),
  column: z.string().nullable(),
  field: z.enum(organisationFields),
  problem: z.enum(organisationProblems),
  text: z.string(),
});

const own = settingsSchema.partial().strict();
const contact = companySchema.shape.contact;
const line = (most: number) => z.string().trim().min(1).max(most);
const contactInput = z.object({
  name: line(40),
  phone: line(30),
  hours: line(60),
  responseMinutes: z.number().int().positive().max(10_080).optional(),
});
const settingsView = z.object({
  version: count,
  /** Who saved it last; null: nobody yet. */
  made: z.object({ at: instant, by: z.string() }).nullable(),
  name: z.string(),
  contact,
  /** What the company decided; the rest is `defaults`. */
  own,
  defaults: settingsSchema,
  effective: settingsSchema,
  /** Whether `rulesTurnDown` may be switched on, and the positions whose language model is calibrated. */
  turnDown: z.object({ allowed: z.boolean(), calibrated: z.array(z.string()) }),
});

export const organisationOperations = {
  /** The tree with its numbers. A department head gets their own departments and what is below. */
  'organisation.view': operation({
    role: 'staff',
    output: z.object({
      departments: z.array(departmentSchema),
      total: numbers,
      /** Of positions that are in no department of the tree. */
      unplaced: z.array(openingSchema),
      lastImport: z.object({ at: instant, by: z.string(), from: z.enum(['wecom', 'file']) }).nullable(),
    }),
    errors: staffErrors,
  }),
  /** 「销售部-待入职」: by the requisition's priority, then by the date of acceptance. With what is below the department. */
  'organisation.onboarding': operation({
    role: 'staff',
    params: departmentParams,
    output: z.object({
      department: z.string(),
      people: z.array(
        z.object({
          interviewId: id('itv'),
          applicationId: id('app'),
          name: z.string(),
          position: z.string(),
          department: z.string(),
          requisitionId: id('req'),
          priority,
          /** `offer`: an offer that is not answered yet. */
          stage: z.enum(['offer', 'onboarding']),
          since: instant,
        }),
      ),
    }),
    errors: staffErrors,
  }),
  'organisation.people': operation({
    role: 'staff',
    /** Members of staff, for pickers: owners, deputies, heads, interviewers. */
    output: z.object({
      people: z.array(
        personSchema.extend({
          departments: z.array(z.string()),
          awayUntil: day.nullable(),
          gone: z.boolean(),
          /** Open requisitions they own. */
          owns: count,
        }),
      ),
    }),
    errors: staffErrors,
  }),
  /** Away until the end of that day by the company's clock: the deputy hears what they would have heard. */
  'organisation.absence': operation({
    role: 'staff',
    input: z.object({ operationId, userId: id('usr'), awayUntil: day.nullable() }),
    output: z.object({ userId: id('usr'), awayUntil: day.nullable() }),
    errors: [...staffErrors, 'operation_conflict'],
  }),
  'department.create': operation({
    role: 'staff',
    input: departmentInput,
    output: z.object({ departmentId: id('dep'), version: z.number().int() }),
    errors: [...staffErrors, 'operation_conflict', 'name_taken'],
  }),
  'department.save': operation({
    role: 'staff',
    params: departmentParams,
    input: departmentInput.extend({ version: z.number().int().positive() }),
    output: z.object({ departmentId: id('dep'), version: z.number().int() }),
    errors: [...changed, 'name_taken'],
  }),
  'department.remove': operation({
    role: 'staff',
    params: departmentParams,
    input: z.object({ operationId, version: z.number().int().positive() }),
    output: z.object({ departmentId: id('dep') }),
    errors: [...changed, 'department_in_use'],
  }),
  'post.save': operation({
    role: 'staff',
    params: z.object({ departmentId: id('dep'), positionId: id('pos') }),
    input: z.object({
      operationId,
      /** Of the post that was edited; 0 of a new one. */
      version: count,
      headcount: z.number().int().min(0).max(100_000),
      inPost: z.number().int().min(0).max(100_000),
      /** The `joined` that stood beside it: who joins meanwhile is added. */
      joined: count,
    }),
    output: z.object({ version: z.number().int(), headcount: count, inPost: count, vacancies: count }),
    errors: changed,
  }),
  'requisition.create': operation({
    role: 'staff',
    input: z.object({
      operationId,
      positionId: id('pos'),
      departmentId: id('dep'),
      ownerId: id('usr'),
      ...requisitionShape,
    }),
    output: requisitionView,
    errors: [...staffErrors, 'operation_conflict', 'version_conflict', 'headcount_exceeded'],
  }),
  'requisition.get': operation({
    role: 'staff',
    params: requisitionParams,
    output: requisitionView,
    errors: staffErrors,
  }),
  'requisition.save': operation({
    role: 'staff',
    params: requisitionParams,
    input: z.object({ operationId, version: count, ...requisitionShape }),
    output: requisitionView,
    errors: [...changed, 'headcount_exceeded', 'below_filled'],
  }),
  /** One requisition, or all of somebody who leaves. What was on its way to the old owner goes to the new one. */
  'requisition.handOver': operation({
    role: 'staff',
    input: z.object({
      operationId,
      fromUserId: id('usr'),
      toUserId: id('usr'),
      /** Null: all they own, closed ones as well. */
      requisitionId: id('req').nullable(),
    }),
    output: z.object({ handedOver: z.array(id('req')) }),
    errors: [...staffErrors, 'operation_conflict'],
  }),
  'organisation.previewWecom': operation({
    role: 'staff',
    output: z.object(previewShape),
    errors: [...staffErrors, 'wecom_refused', 'unavailable'],
  }),
  'organisation.applyWecom': operation({
    role: 'staff',
    input: z.object({ operationId, digest }),
    output: appliedSchema,
    errors: [...staffErrors, 'operation_conflict', 'preview_outdated', 'wecom_refused', 'unavailable'],
  }),
  /** Of a file handed in by `intake.form` and `intake.read` with the purpose `organisation`. */
  'organisation.previewFile': operation({
    role: 'staff',
    params: fileParams,
    input: z.object({ columns }),
    output: z.object({ ...previewShape, wrong: count, problems: z.array(rowProblem) }),
    errors: [...staffErrors, 'file_not_ready'],
  }),
  'organisation.applyFile': operation({
    role: 'staff',
    params: fileParams,
    input: z.object({ operationId, columns, digest }),
    output: appliedSchema,
    errors: [...staffErrors, 'operation_conflict', 'preview_outdated', 'file_not_ready'],
  }),
  'settings.get': operation({ role: 'staff', output: settingsView, errors: staffErrors }),
  /** `own` as a whole: what is not in it is the default again. Holds for invitations from now on. */
  'settings.save': operation({
    role: 'staff',
    input: z.object({ operationId, version: count, own, contact: contactInput }),
    output: settingsView,
    errors: [...changed, 'not_calibrated'],
  }),
};
