import * as z from 'zod';
import { deviceSchema } from '../access/device.ts';
import { accessSteps, staffRoles } from '../access/roles.ts';
import { candidateErrors, id, instant, operation, staffErrors } from './operation.ts';

const sessionParams = z.object({ sessionId: id('ses') });
const staffParams = z.object({ userId: id('usr') });
const done = z.object({ done: z.literal(true) });

/** One place somebody is signed in at. `usedAt`: to the hour. */
const sessionSchema = z.object({
  sessionId: id('ses'),
  device: deviceSchema,
  createdAt: instant,
  usedAt: instant,
  endsAt: instant,
  current: z.boolean(),
});
const sessionsSchema = z.object({ sessions: z.array(sessionSchema) });

/** Six digits of an authenticator, or one of the codes that were written down. */
const code = z.string().trim().min(6).max(20);
const codeErrors = ['second_factor_wrong', 'rate_limited'] as const;
const confirmed = z.object({ confirmedUntil: instant });
const recoveryCodes = z.array(z.string());

export const accessOperations = {
  'session.renew': operation({
    role: 'public',
    input: z.object({ token: z.string().max(2048) }),
    output: z.object({ token: z.string(), expiresAt: instant }),
    errors: ['login_failed'],
  }),
  'session.mine': operation({ role: 'candidate', output: sessionsSchema, errors: candidateErrors }),
  'session.end': operation({
    role: 'candidate',
    params: sessionParams,
    output: sessionsSchema,
    errors: candidateErrors,
  }),
  'account.get': operation({
    role: 'staff',
    output: sessionsSchema.extend({
      userId: id('usr'),
      name: z.string(),
      company: z.string(),
      role: z.enum(staffRoles),
      secondFactor: z.object({
        enabled: z.boolean(),
        /** The company makes it a duty. */
        required: z.boolean(),
        recoveryCodesLeft: z.number().int(),
        /** Until when this session is not asked again. */
        confirmedUntil: instant.nullable(),
      }),
    }),
    errors: staffErrors,
  }),
  'account.endSession': operation({
    role: 'staff',
    params: sessionParams,
    output: sessionsSchema,
    errors: staffErrors,
  }),
  'secondFactor.begin': operation({
    role: 'staff',
    /** `uri`: what an authenticator reads as a QR code; `secret`: the same to type. */
    output: z.object({ uri: z.string(), secret: z.string() }),
    errors: [...staffErrors, 'second_factor_set', 'rate_limited'],
  }),
  'secondFactor.enable': operation({
    role: 'staff',
    input: z.object({ code }),
    output: confirmed.extend({ recoveryCodes }),
    errors: [...staffErrors, ...codeErrors, 'second_factor_not_set', 'second_factor_set'],
  }),
  'secondFactor.confirm': operation({
    role: 'staff',
    input: z.object({ code }),
    output: confirmed.extend({ recoveryCodesLeft: z.number().int() }),
    errors: [...staffErrors, ...codeErrors, 'second_factor_not_set'],
  }),
  'secondFactor.renewCodes': operation({
    role: 'staff',
    output: z.object({ recoveryCodes }),
    errors: [...staffErrors, 'second_factor_not_set'],
  }),
  'secondFactor.disable': operation({
    role: 'staff',
    output: done,
    errors: [...staffErrors, 'second_factor_not_set'],
  }),
  'staff.list': operation({
    role: 'staff',
    output: z.object({
      staff: z.array(
        z.object({
          userId: id('usr'),
          name: z.string(),
          role: z.enum(staffRoles),
          gone: z.boolean(),
          sessions: z.number().int(),
          secondFactor: z.boolean(),
        }),
      ),
      secondFactorRequired: z.boolean(),
      /** What was done to somebody's access, the newest first. */
      log: z.array(
        z.object({
          at: instant,
          by: z.string(),
          about: z.string(),
          what: z.enum(accessSteps),
          role: z.enum(staffRoles).nullable(),
        }),
      ),
    }),
    errors: staffErrors,
  }),
  /** Whether sensitive steps take a second factor of everybody, or of those who have one. */
  'staff.setPolicy': operation({
    role: 'staff',
    input: z.object({ secondFactorRequired: z.boolean() }),
    output: done,
    errors: staffErrors,
  }),
  'staff.setRole': operation({
    role: 'staff',
    params: staffParams,
    input: z.object({ role: z.enum(staffRoles) }),
    output: done,
    errors: [...staffErrors, 'last_admin'],
  }),
  'staff.endSessions': operation({
    role: 'staff',
    params: staffParams,
    output: done,
    errors: staffErrors,
  }),
  'staff.resetSecondFactor': operation({
    role: 'staff',
    params: staffParams,
    output: done,
    errors: staffErrors,
  }),
};
