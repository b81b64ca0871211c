import type { Request } from '#functions/http/request.ts';
import type { Learning } from '#functions/ports/learning.ts';
import type { Outcomes } from '#functions/ports/outcomes.ts';
import type { Directory, StaffActor } from '#functions/ports.ts';
import { flaggedIn } from '#shared/analytics/fairness-pack.ts';
import { ok } from '#shared/result.ts';
import { effectiveSettings } from '#shared/settings.ts';

type Deps = { learning: Learning; outcomes: Outcomes; directory: Directory };

const newestOf = (learned: { at: string }[]): string | undefined =>
  learned
    .map(({ at }) => at)
    .sort()
    .at(-1);

/** How far the company's learning is, in one look. */
export async function overview(
  { learning, outcomes, directory }: Deps,
  { actor: { company } }: Request<'learning.overview', StaffActor>,
) {
  const [fairness, noShow, demand, questions, weights, entered, owner] = await Promise.all([
    learning.newest(company, 'fairness'),
    learning.newest(company, 'no_show'),
    learning.newest(company, 'demand'),
    learning.all(company, 'questions'),
    learning.all(company, 'weights'),
    outcomes.all(company),
    directory.company(company),
  ]);
  const [asked, weighed] = [newestOf(questions), newestOf(weights)];
  const found = questions
    .flatMap(({ value }) => value.questions)
    .filter((one) => one.current && one.findings.length > 0);
  const forecasts = demand?.value.state === 'forecast' ? demand.value.forecasts : [];
  return ok({
    fairness: fairness === undefined ? null : { at: fairness.at, flagged: flaggedIn(fairness.value) },
    noShow: noShow === undefined ? null : { at: noShow.at, state: noShow.value.state },
    questions: asked === undefined ? null : { at: asked, findings: found.length },
    weights:
      weighed === undefined
        ? null
        : {
            at: weighed,
            proposals: weights.filter(({ value }) => value.state === 'proposal').length,
            positions: weights.length,
          },
    demand:
      demand === undefined
        ? null
        : { at: demand.at, state: demand.value.state, expected: forecasts.reduce((sum, one) => sum + one.expected, 0) },
    outcomes: entered.length,
    helps: effectiveSettings(owner?.settings).foreseeNoShows,
  });
}
