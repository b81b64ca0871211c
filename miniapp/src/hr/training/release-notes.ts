import { releaseNotes as english } from '#shared/copy/en/release-notes.ts';
import { releaseNotes as chinese } from '#shared/copy/zh/release-notes.ts';
import { language } from '../../copy.ts';

/** What is new for HR, the newest first. */
export const notesForHr = (language === 'zh' ? chinese : english).filter(({ audience }) => audience !== 'candidate');
