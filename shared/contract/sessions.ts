import * as z from 'zod';
import { id, instant, operation } from './operation.ts';

const session = z.object({ token: z.string(), expiresAt: instant });

export const sessionOperations = {
  'health.get': operation({ role: 'public', output: z.object({ ok: z.literal(true), time: instant }) }),
  'openapi.get': operation({ role: 'public', output: z.record(z.string(), z.unknown()) }),
  'session.openLink': operation({
    role: 'public',
    input: z.object({ link: z.string().max(1024), code: z.string().max(200).optional() }),
    output: session.extend({ interviewId: id('itv') }),
    errors: ['link_invalid', 'link_expired', 'link_bound', 'login_failed'],
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
