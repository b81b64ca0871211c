import * as z from 'zod';
import { id, instant, operation } from './operation.ts';

const session = z.object({ token: z.string(), expiresAt: instant });
const opened = session.extend({ interviewId: id('itv') });
const link = z.string().max(1024);
const code = z.string().max(200);

export const sessionOperations = {
  'health.get': operation({ role: 'public', output: z.object({ ok: z.literal(true), time: instant }) }),
  'openapi.get': operation({ role: 'public', output: z.record(z.string(), z.unknown()) }),
  'session.openLink': operation({
    role: 'public',
    /** `code`: WeChat's. `token`: of a session this device was given before, though it has lapsed. */
    input: z.object({ link, code: code.optional(), token: z.string().max(2048).optional() }),
    output: opened,
    /**
     * `proof_required`: somebody else opened it first; its details say where a code would go, `{ phone: '138****1234',
     * contact: { name, phone, hours } }`.
     */
    errors: ['link_invalid', 'link_expired', 'proof_required', 'login_failed'],
  }),
  /** An SMS with six digits to the phone on record. `againAt`: when there may be another one; `left`: how many today. */
  'session.askProof': operation({
    role: 'public',
    input: z.object({ link }),
    output: z.object({ phone: z.string(), expiresAt: instant, againAt: instant, left: z.number().int() }),
    errors: ['link_invalid', 'link_expired'],
  }),
  /** `proof_wrong` says in its details how many tries are left. */
  'session.prove': operation({
    role: 'public',
    input: z.object({ link, proof: z.string().regex(/^\d{6}$/), code: code.optional() }),
    output: opened,
    errors: ['link_invalid', 'link_expired', 'login_failed', 'proof_wrong', 'proof_expired'],
  }),
  'session.wechat': operation({
    role: 'public',
    input: z.object({ code: z.string().max(200) }),
    output: session,
    errors: ['login_failed'],
  }),
  'session.wecom': operation({
    role: 'public',
    input: z.object({ code: z.string().max(200), via: z.enum(['mini_program', 'web']) }),
    output: session.extend({ name: z.string() }),
    errors: ['login_failed'],
  }),
};
