import * as z from 'zod';
import { interviewStatusSchema } from '../interview/state.ts';
import type { ErrorCode } from './errors.ts';

export type Role = 'public' | 'candidate' | 'staff';

/** An id is a prefix and lower-case letters and digits; it names a thing and is never a capability. */
export const id = (prefix: string) => z.string().regex(new RegExp(`^${prefix}_[a-z0-9]{4,40}$`));
/** Of these centuries, so that what is counted from it is still one and sorts as its text does. */
const nearby = (text: string): boolean => /^(?:19|20|21)/.test(text);
export const instant = z.iso.datetime().refine(nearby);
/** Of a company's calendar. */
export const day = z.iso.date().refine(nearby);
export const operationId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);
const none = z.object({});

/** What every command on an interview answers, the first time and every time it is repeated. */
export const receiptSchema = z.object({
  interviewId: id('itv'),
  status: interviewStatusSchema,
  version: z.number().int(),
  attempt: z.number().int(),
  epoch: z.number().int(),
});

export const candidateErrors = [
  'unauthenticated',
  'token_expired',
  'forbidden',
  'not_found',
  'upgrade_required',
] as const;
/** `second_factor_required`: where shared/access/sensitive.ts says so. */
export const staffErrors = [
  'unauthenticated',
  'token_expired',
  'forbidden',
  'not_found',
  'second_factor_required',
] as const;
export const commandErrors = ['operation_conflict', 'version_conflict'] as const;
export const windowErrors = [
  'interview_not_started',
  'interview_in_progress',
  'interview_ended',
  'interview_closed',
] as const;

export type Shape = {
  role: Role;
  params: z.ZodObject;
  query: z.ZodObject;
  input: z.ZodObject;
  output: z.ZodType;
  errors: readonly ErrorCode[];
};
const defaults = { params: none, query: none, input: none, errors: [] as readonly ErrorCode[] };
/** One operation with what it leaves unsaid filled in. */
export const operation = <const S extends Partial<Shape> & Pick<Shape, 'role' | 'output'>>(
  shape: S,
): Omit<typeof defaults, keyof S> & S => ({ ...defaults, ...shape });

export const interviewParams = z.object({ interviewId: id('itv') });
export const requisitionParams = z.object({ requisitionId: id('req') });
