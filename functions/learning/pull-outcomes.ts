import { whoseRows } from '#functions/intake/found-rows.ts';
import { mergedOutcome } from '#functions/outcome/merged.ts';
import { whoseOutcome } from '#functions/outcome/whose.ts';
import { type WriteOutcomeDeps, writeOutcome } from '#functions/outcome/write.ts';
import type { People } from '#functions/ports/intake.ts';
import type {
  OutcomePulls,
  OutcomeSource,
  SourcePage,
  SourceProblem,
  SourceRow,
  StoredOutcome,
} from '#functions/ports/outcomes.ts';
import type { Clock } from '#functions/ports.ts';
import type { Who } from '#shared/intake/who.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import { plusHours, plusMinutes } from '#shared/interview/windows.ts';
import { limits } from '#shared/limits.ts';

/** `outcomeSource`: where companies' own systems are connected. */
export type PullDeps = WriteOutcomeDeps & {
  people: People;
  pulls: OutcomePulls;
  clock: Clock;
  outcomeSource?: OutcomeSource;
};

type Done = Awaited<ReturnType<typeof writeOutcome>> | 'older';
/**
 * What came of a pull, in numbers of rows. `older`: what stands here was said later. `others`: of nobody who was hired by
 * us. `bad`: by what is wrong; `where`: the first of them as page:row, never what they held. `cause`: why the rest could
 * not be had.
 */
export type Pulled = Record<Done, number> & {
  pages: number;
  others: number;
  bad: Partial<Record<SourceProblem, number>>;
  where: string[];
  cause?: string;
};

const { againDays, aheadMinutes, badNamed } = limits.analytics.outcomeSource;
const beginning = new Date(0).toISOString();

/**
 * What a connected system says of those who were hired, since it was last asked and answered to the end: whatever it fails
 * at, the next turn asks from the same instant. Undefined where none is connected.
 */
export async function pullOutcomes(deps: PullDeps, company: string): Promise<Pulled | undefined> {
  const at = deps.clock.now().toISOString();
  const last = deps.outcomeSource && (await deps.pulls.last(company));
  const since = last?.at ? plusHours(last.at, -againDays * hoursOfDay) : beginning;
  const pages = deps.outcomeSource?.pages(company, since);
  if (pages === undefined) return undefined;
  const pulled: Pulled = { pages: 0, written: 0, same: 0, older: 0, refused: 0, others: 0, bad: {}, where: [] };
  for await (const page of pages) {
    if (!page.ok) {
      await deps.pulls.keepFailure(company, at);
      return { ...pulled, cause: page.error.cause };
    }
    pulled.pages += 1;
    await takePage(deps, company, page.value, { at, pulled });
  }
  await deps.pulls.keep(company, at);
  return pulled;
}

async function takePage(
  deps: PullDeps,
  company: string,
  { rows, bad }: SourcePage,
  { at, pulled }: { at: string; pulled: Pulled },
) {
  const isAhead = ({ saidAt }: SourceRow) => saidAt > plusMinutes(at, aheadMinutes);
  const whose = (who: Who, candidates: Map<string, string>) => whoseOutcome(deps, company, who, candidates);
  const { found, missing } = await whoseRows(
    deps.people,
    company,
    rows.filter((row) => !isAhead(row)),
    whose,
  );
  const several = missing.filter(({ problem }) => problem === 'who_several');
  pulled.others += missing.length - several.length;
  const ahead = rows.filter(isAhead).map(({ row }) => ({ row, problem: 'changed_invalid' as const }));
  for (const { row, problem } of [...bad, ...ahead, ...several]) {
    pulled.bad[problem] = (pulled.bad[problem] ?? 0) + 1;
    if (pulled.where.length < badNamed) pulled.where.push(`${pulled.pages}:${row} ${problem}`);
  }
  for (const { row, state } of found) pulled[await take(deps, company, row, { state, at })] += 1;
}

/** Somebody may write at the same moment: then it is held against what stands now, once more. */
async function take(
  deps: PullDeps,
  company: string,
  row: SourceRow,
  { state: { applicationId }, at }: { state: InterviewState; at: string },
): Promise<Done> {
  const { saidAt } = row;
  const made = { at, by: 'system', from: 'connector' as const, saidAt };
  const attempt = async (): Promise<Done> => {
    const known = await deps.outcomes.newest(company, applicationId);
    if (known !== undefined && !isNewer(saidAt, known)) return 'older';
    const given = mergedOutcome(applicationId, known, row);
    return writeOutcome(deps, company, { given, read: known?.version ?? 0, made });
  };
  const first = await attempt();
  return first === 'refused' ? attempt() : first;
}

/** A person's word here stands until the system was told otherwise after it. */
const isNewer = (saidAt: string, known: StoredOutcome): boolean =>
  known.saidAt === undefined ? saidAt > known.at : saidAt >= known.saidAt;

const hoursOfDay = 24;
