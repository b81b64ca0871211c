import * as z from 'zod';
import { day, id } from '../contract/operation.ts';

/** How it went with somebody who was hired; null: not known. */
export const outcomeSchema = z.object({
  applicationId: id('app'),
  /** `leftOn`: of somebody who left. */
  retention: z.enum(['there', 'left']).nullable(),
  leftOn: day.nullable(),
  probation: z.enum(['passed', 'failed']).nullable(),
  performance: z.number().int().min(1).max(5).nullable(),
});
