import { copy } from '../../copy.ts';
import type { Dossier, Review } from '../review/dossier.ts';
import { numberOf, type Report } from '../review/quoted.ts';
import { reasonText } from '../review/reason-text.ts';
import { summary } from '../review/summary.ts';
import { unscored } from '../review/unscored.ts';
import { evaluationWords, reportWords, words } from '../words.ts';

/** The report as plain text, for a message or another system. */
export function reportText(dossier: Dossier, review: Review & { report: Report }): string {
  const { report, answers, judgement } = review;
  const { candidate, department, position } = dossier;
  const calibration = report.scorer.calibrated ? words.review.calibrated : words.review.uncalibrated;
  const score = (value: number | null) => (value === null ? unscored(report) : String(Math.round(value)));
  const dimensions = report.dimensions.flatMap((dimension) => [
    `${dimension.name} ${score(dimension.score)} (${words.review.weight(Math.round(dimension.weight * 100))})`,
    ...dimension.reasons.map((reason) => {
      const sign = reason.kind === 'shown' ? '+' : '-';
      const quote = reason.quote === undefined ? '' : ` ${words.review.quote(reason.quote)}`;
      const where = reportWords.fromQuestion(numberOf(answers, reason.questionId));
      return `  ${sign} ${reasonText(reason)}${quote} ${where}`;
    }),
  ]);
  const said = answers.flatMap((answer, index) => {
    const item = report.items.find((one) => one.questionId === answer.questionId);
    const flags = (item?.flags ?? []).map((flag) => `  ! ${evaluationWords.flag[flag]}`);
    const asked = answer.asked.map((ask) => `  ${reportWords.followUp} ${ask}`);
    const text = answer.text.trim() === '' ? words.review.unanswered : answer.text;
    return ['', `${words.review.question(index + 1)} ${answer.prompt}`, ...asked, text, ...flags];
  });
  const next = (report.nextQuestions ?? []).map(({ keyPoint }) => `- ${reportWords.nextQuestion(keyPoint)}`);
  return [
    `${reportWords.print.title} ${candidate.name}`,
    `${words.workbench.opening(department, position)} · ${copy.statuses.interviewStatus[dossier.status]}`,
    `${summary(words, report, answers)} ${calibration}`,
    '',
    ...dimensions,
    ...(judgement ? ['', `${reportWords.judge.title}: ${judgement.note}`] : []),
    ...(next.length > 0 ? ['', reportWords.nextQuestions, ...next] : []),
    ...said,
    '',
    `${words.review.scorer(report.scorer.name, report.scorer.version)} · ${reportWords.versions.name(report.report)}`,
    reportWords.print.note,
  ].join('\n');
}
