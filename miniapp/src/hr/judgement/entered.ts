export type Entered = { overall: string; dimensions: Record<string, string>; note: string };

type Judgement = { overall: number | null; dimensions: Record<string, number>; note: string };

/** What was typed as the scores it means; nothing typed is no score of one's own. */
export function judgementOf(entered: Entered): Judgement | 'range' | 'needReason' {
  const dimensions: Record<string, number> = {};
  for (const [name, text] of Object.entries(entered.dimensions)) {
    const score = scoreOf(text);
    if (score === undefined) return 'range';
    if (score !== null) dimensions[name] = score;
  }
  const overall = scoreOf(entered.overall);
  if (overall === undefined) return 'range';
  const note = entered.note.trim();
  return note === '' ? 'needReason' : { overall, dimensions, note };
}

function scoreOf(text: string): number | null | undefined {
  const typed = text.trim();
  if (typed === '') return null;
  const score = Number(typed);
  return Number.isFinite(score) && score >= 0 && score <= 100 ? score : undefined;
}
