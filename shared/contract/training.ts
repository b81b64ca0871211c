import * as z from 'zod';
import { copyNames } from '../application/copies.ts';
import { applicationStageSchema } from '../application/stage.ts';
import { interviewStatusSchema } from '../interview/state.ts';
import { courseIds } from '../training/courses.ts';
import { effects, moves } from '../training/moves.ts';
import { candidateErrors, id, instant, operation, operationId, staffErrors } from './operation.ts';

const course = z.enum(courseIds);
const courseParams = z.object({ course });
const progressSchema = z.object({ course, step: z.number().int(), completedAt: instant.nullable() });
const noticeIds = z.array(z.string().regex(/^[a-z0-9_.-]{3,60}$/)).max(100);
const sessionId = id('live');
const sessionSchema = z.object({
  sessionId,
  title: z.string(),
  startsAt: instant,
  endsAt: instant,
  link: z.url(),
  /** Who announced it. */
  person: z.string().nullable(),
});

/** Learning to use it: courses, the sandbox, what is new, live sessions. */
export const trainingOperations = {
  'training.progress': operation({
    role: 'staff',
    output: z.object({ courses: z.array(progressSchema) }),
    errors: staffErrors,
  }),
  /** Where a course was left; it only ever goes forward. */
  'training.reach': operation({
    role: 'staff',
    params: courseParams,
    input: z.object({ step: z.number().int().min(0).max(20) }),
    output: z.object({}),
    errors: staffErrors,
  }),
  /** The question at the end; a wrong answer completes nothing and may be given again. */
  'training.complete': operation({
    role: 'staff',
    params: courseParams,
    input: z.object({ answer: z.number().int().min(0).max(9) }),
    output: z.object({ right: z.boolean(), completedAt: instant.nullable() }),
    errors: staffErrors,
  }),
  /** A rehearsal through the real decider. Nothing is stored and nobody is told. */
  'training.sandbox': operation({
    role: 'staff',
    input: z.object({ moves: z.array(z.enum(moves)).max(40) }),
    output: z.object({
      steps: z.array(
        z.object({
          move: z.enum(moves).nullable(),
          effect: z.enum(effects).nullable(),
          hours: z.number(),
          saved: z.number().int(),
          onDevice: z.number().int(),
          asked: z.number().int(),
          events: z.array(z.string()),
          status: interviewStatusSchema,
          copies: z.array(
            z.object({
              copy: z.enum(copyNames),
              status: interviewStatusSchema,
              stage: applicationStageSchema.nullable(),
              /** What it adds to 「已完成x/y面试」; null where it has none. */
              passed: z.number().int().nullable(),
            }),
          ),
        }),
      ),
    }),
    errors: staffErrors,
  }),
  'notice.list': operation({
    role: 'staff',
    output: z.object({ readIds: z.array(z.string()), sessions: z.array(sessionSchema) }),
    errors: staffErrors,
  }),
  'notice.read': operation({
    role: 'staff',
    input: z.object({ noticeIds }),
    output: z.object({}),
    errors: staffErrors,
  }),
  'notice.announce': operation({
    role: 'staff',
    input: z.object({
      operationId,
      title: z.string().trim().min(2).max(60),
      startsAt: instant,
      minutes: z.number().int().min(5).max(480),
      link: z.url({ protocol: /^https$/ }).max(500),
    }),
    output: sessionSchema,
    errors: [...staffErrors, 'slot_passed'],
  }),
  'notice.callOff': operation({
    role: 'staff',
    params: z.object({ sessionId }),
    output: z.object({}),
    errors: staffErrors,
  }),
  'notice.mine': operation({
    role: 'candidate',
    output: z.object({ readIds: z.array(z.string()) }),
    errors: candidateErrors,
  }),
  'notice.readMine': operation({
    role: 'candidate',
    input: z.object({ noticeIds }),
    output: z.object({}),
    errors: candidateErrors,
  }),
};
