import type { PageOf, RowPage, WorkbenchRows } from '#functions/ports/workbench.ts';
import type { Interviews } from '#functions/ports.ts';
import { type ProposalDeps, proposalOf } from '#functions/rule/proposal.ts';
import type { WorkbenchRow } from '#shared/application/copies.ts';

export type JudgementDeps = ProposalDeps & { rows: WorkbenchRows; interviews: Interviews };

/**
 * 「待人工判断」: of 待评估, those with a report for which the rules have nothing left to wait for and leave it to a person.
 * It is no list of its own: it follows from the newest rules and from how long the questionnaire has been waited for, and
 * the copies are computed from the events and from nothing else. So a page of 待评估 is read and asked about one by one.
 */
export async function judgementPage(deps: JudgementDeps, company: string, wanted: PageOf): Promise<RowPage> {
  const page = await deps.rows.page(company, wanted);
  const asked = remembering(deps);
  const mine = await Promise.all(page.rows.map((row) => needsPerson(asked, company, row)));
  return { rows: page.rows.filter((_, i) => mine[i]), cursor: page.cursor };
}

async function needsPerson(deps: JudgementDeps, company: string, row: WorkbenchRow): Promise<boolean> {
  if (row.status !== 'submitted' || row.report !== 'ready') return false;
  const state = await deps.interviews.load(company, row.interviewId);
  const proposed = state && (await proposalOf(deps, company, state));
  return proposed !== undefined && proposed.proposal.conclusion === 'person' && !proposed.proposal.waits;
}

/** Rules and positions are read once for a page. */
function remembering(deps: JudgementDeps): JudgementDeps {
  const { rules, directory } = deps;
  return {
    ...deps,
    rules: { ...rules, newest: once((company, positionId) => rules.newest(company, positionId)) },
    directory: { ...directory, position: once((company, positionId) => directory.position(company, positionId)) },
  };
}

function once<T>(read: (company: string, id: string) => Promise<T>): (company: string, id: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (company, id) => {
    const found = known.get(id) ?? read(company, id);
    known.set(id, found);
    return found;
  };
}
