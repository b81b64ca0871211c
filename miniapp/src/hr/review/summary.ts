import type { HrCopy } from '#shared/copy/zh/hr.ts';
import type { Answer, Report } from './quoted.ts';

type Dimension = Report['dimensions'][number];

/** From this score on a dimension is named for its evidence rather than for what it lacks. */
const enough = 60;

const judged = (dimension: Dimension) => dimension.score !== null;
const has = (kind: 'shown' | 'missing') => (dimension: Dimension) =>
  dimension.reasons.some((reason) => reason.kind === kind);

/** The report in one sentence, made of its own facts: the score, what has evidence, what to ask about, what is missing. */
export function summary(words: Pick<HrCopy, 'summary' | 'review'>, report: Report, answers: Answer[]): string {
  const names = (dimensions: Dimension[]) => dimensions.map((one) => one.name).join(words.summary.list);
  if (report.mode === 'evidence_only') return words.review.noScore.unscored;
  if (report.insufficient || report.overall === null) return words.review.insufficient;
  const ranked = report.dimensions.filter(judged).sort((a, b) => (b.score ?? 0) - (a.score ?? 0));
  const strong = ranked.filter((dimension) => has('shown')(dimension) && (dimension.score ?? 0) >= enough).slice(0, 2);
  const weak = ranked
    .filter((dimension) => has('missing')(dimension) && !strong.includes(dimension))
    .slice(strong.length > 0 ? -1 : -2);
  const bare = ranked.length > 0 && !ranked.some(has('shown'));
  const unjudged = report.dimensions.filter((dimension) => !judged(dimension));
  const unanswered = answers.filter((answer) => answer.text.trim() === '').length;
  const parts = [
    words.summary.overall(Math.round(report.overall)),
    strong.length > 0 ? words.summary.strong(names(strong)) : '',
    bare ? words.summary.bare : '',
    weak.length > 0 && !bare ? words.summary.weak(names(weak)) : '',
    unjudged.length > 0 ? words.summary.unjudged(names(unjudged)) : '',
    unanswered > 0 ? words.summary.unanswered(unanswered) : '',
  ];
  return parts.filter((part) => part !== '').join(words.summary.comma) + words.summary.stop;
}
