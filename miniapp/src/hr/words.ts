import { evaluation as englishEvaluation } from '#shared/copy/en/evaluation.ts';
import { hr as english } from '#shared/copy/en/hr.ts';
import { hrBooking as englishBooking } from '#shared/copy/en/hr-booking.ts';
import { hrReport as englishReport } from '#shared/copy/en/hr-report.ts';
import { hrRequests as englishRequests } from '#shared/copy/en/hr-requests.ts';
import { rules as englishRules } from '#shared/copy/en/rules.ts';
import { evaluation } from '#shared/copy/zh/evaluation.ts';
import { type HrCopy, hr } from '#shared/copy/zh/hr.ts';
import { type HrBookingCopy, hrBooking } from '#shared/copy/zh/hr-booking.ts';
import { type HrReportCopy, hrReport } from '#shared/copy/zh/hr-report.ts';
import { type HrRequestsCopy, hrRequests } from '#shared/copy/zh/hr-requests.ts';
import { rules } from '#shared/copy/zh/rules.ts';
import { language } from '../copy.ts';

const chinese = language === 'zh';

/** What HR reads. Not part of `copy`, so that candidates do not download it. */
export const words: HrCopy = chinese ? hr : english;
export const reportWords: HrReportCopy = chinese ? hrReport : englishReport;
export const requestWords: HrRequestsCopy = chinese ? hrRequests : englishRequests;
export const bookingWords: HrBookingCopy = chinese ? hrBooking : englishBooking;
export const ruleWords = chinese ? rules : englishRules;
export const evaluationWords = chinese ? evaluation : englishEvaluation;
