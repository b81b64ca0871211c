import type { Output } from '#shared/contract/operations.ts';
import type { HrCopy } from '#shared/copy/zh/hr.ts';
import type { Answer, Report } from './quoted.ts';

type Dossier = Pick<Output<'application.dossier'>, 'status' | 'report' | 'timeline'>;

export type Missing = keyof HrCopy['review']['noScore'];

/** Whether the candidate has ended or time has: only then the answers are HR's to read. */
export const isOver = ({ status }: Pick<Dossier, 'status'>): boolean =>
  status === 'submitted' || status === 'incomplete' || status === 'evaluated';

/** Why an interview that is over has no score; undefined where it has one. */
export function missingScore(dossier: Dossier, report: Report | null | undefined): Missing | undefined {
  if (report?.mode === 'evidence_only') return 'unscored';
  if (report) return report.insufficient || report.overall === null ? 'insufficient' : undefined;
  if (dossier.status === 'incomplete') return hasLapsed(dossier) ? 'lapsed' : 'incomplete';
  return dossier.report === 'failed' ? 'failed' : 'generating';
}

const hasLapsed = ({ timeline }: Dossier): boolean =>
  timeline.reduce((lapsed, { type }) => (type === 'lapsed' || type === 'ended' ? type === 'lapsed' : lapsed), false);

/** `unfinished`: something was said, and the question not called done. */
export type Standing = 'counted' | 'unfinished' | 'unanswered';

export const standingOf = (answer: Answer): Standing => {
  if (answer.counted) return 'counted';
  return answer.text.trim() === '' ? 'unanswered' : 'unfinished';
};

/** How many answers stand how, in words; what no answer is, is left out. */
export function tally(words: HrCopy['review'], answers: Answer[], missing: Missing | undefined): string {
  const standings =
    missing === 'lapsed' ? (['unfinished', 'unanswered'] as const) : (['counted', 'unfinished', 'unanswered'] as const);
  const said = missing === 'lapsed' ? { ...words.tally, unfinished: words.tally.said } : words.tally;
  return standings
    .map((standing) => [said[standing], answers.filter((answer) => standingOf(answer) === standing).length] as const)
    .filter(([, count]) => count > 0)
    .map(([text, count]) => text(count))
    .join(' · ');
}
