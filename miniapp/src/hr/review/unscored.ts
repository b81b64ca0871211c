import { reportWords } from '../words.ts';
import type { Report } from './quoted.ts';

/** What stands in the place of a number: too little was said, or nobody could judge it. */
export const unscored = ({ mode }: Pick<Report, 'mode'>): string =>
  mode === 'evidence_only' ? reportWords.versions.noScore : reportWords.insufficient;
