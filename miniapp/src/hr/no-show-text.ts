import type { NoShowReason } from '#shared/interview/appointment.ts';
import { bookingWords } from './words.ts';

/** 「原因：忘记」「原因：未说明」 */
export const reasonText = (reason: NoShowReason | null): string =>
  bookingWords.reasonIs(reason === null ? bookingWords.noReason : bookingWords.reason[reason]);
