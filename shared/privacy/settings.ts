import * as z from 'zod';
import { laws } from './laws.ts';

const months = z.number().int().min(1).max(120);

/** What a company keeps, and for how long; and under whose law it asks. */
export const privacySettingsSchema = z.object({
  /** Whose notice is shown. */
  law: z.enum(laws),
  /** Months after the last that happened for which the data of somebody who was not hired is kept. */
  unhiredMonths: months,
  /** The same of somebody in the talent pool, who agreed to be asked again. */
  poolMonths: months,
  /** Months after an interview for which its recordings are kept; the words stay as long as the rest. */
  mediaMonths: months,
});
export type PrivacySettings = z.infer<typeof privacySettingsSchema>;

export const defaultPrivacy: PrivacySettings = { law: 'cn', unhiredMonths: 12, poolMonths: 24, mediaMonths: 6 };
