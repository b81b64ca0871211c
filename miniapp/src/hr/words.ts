import { hr as english } from '#shared/copy/en/hr.ts';
import { type HrCopy, hr } from '#shared/copy/zh/hr.ts';
import { language } from '../copy.ts';

/** What HR reads. Not part of `copy`, so that candidates do not download it. */
export const words: HrCopy = language === 'zh' ? hr : english;
