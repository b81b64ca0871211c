import { type Answer, type Place, placeOf, type Report } from './quoted.ts';

type Reason = Report['dimensions'][number]['reasons'][number];
export type Finding = Reason & { dimension: string; place: Place | undefined };

/** From this score on a dimension's evidence is a strength. */
const enough = 60;
const shown = 3;

/**
 * What speaks for the candidate and what does not, at most three each, every dimension once before any comes twice.
 * Strengths rest on quotes, of the best dimensions first; gaps weigh what they cost, of the weakest first.
 */
export function findings(report: Report, answers: Answer[]): { strengths: Finding[]; gaps: Finding[] } {
  const bare = report.mode === 'evidence_only';
  const ranked = report.dimensions
    .filter((dimension) => bare || dimension.score !== null)
    .sort((a, b) => (b.score ?? 0) - (a.score ?? 0));
  const of = (wanted: (reason: Reason) => boolean) => (dimension: Report['dimensions'][number]) =>
    dimension.reasons
      .filter(wanted)
      .sort((a, b) => Math.abs(b.points ?? 0) - Math.abs(a.points ?? 0))
      .map((reason) => ({
        ...reason,
        dimension: dimension.name,
        place: placeOf(reason, report, answers),
      }));
  const good = of((reason) => reason.kind === 'shown' && reason.quote !== undefined);
  const bad = of((reason) => reason.kind !== 'shown');
  const judgedWell = ranked.filter((dimension) => bare || (dimension.score ?? 0) >= enough);
  return { strengths: inTurn(judgedWell.map(good)), gaps: inTurn(ranked.reverse().map(bad)) };
}

function inTurn(lists: Finding[][]): Finding[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  const seen = new Set<string>();
  return Array.from({ length: longest }, (_, turn) => lists.flatMap((list) => list.slice(turn, turn + 1)))
    .flat()
    .filter(({ questionId, keyPoint }) => {
      const key = `${questionId} ${keyPoint}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .slice(0, shown);
}
