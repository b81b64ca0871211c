import type { Ratings } from '#functions/ports/evaluation.ts';
import type { Positions } from '#functions/ports/positions.ts';
import type { Directory } from '#functions/ports.ts';
import type { Output } from '#shared/contract/operations.ts';
import { calibrationOf, newestScorer } from '#shared/evaluation/agreement.ts';
import type { Company } from '#shared/organisation/records.ts';
import { hindranceOf } from '#shared/rules/may-act.ts';
import { defaultSettings, effectiveSettings } from '#shared/settings.ts';

export type SettingsDeps = { directory: Directory; positions: Positions; ratings: Ratings };

/** Titles of positions in which a rule could turn somebody down if the company allowed it. */
export async function calibratedPositions({ positions, ratings }: SettingsDeps, company: string): Promise<string[]> {
  const current = (await positions.all(company)).filter(({ archivedAt }) => archivedAt === undefined);
  const found = await Promise.all(
    current.map(async ({ positionId, title }) => {
      const rated = await ratings.ofPosition(company, positionId);
      const scorer = newestScorer(rated);
      const { calibrated } = calibrationOf(rated, scorer);
      return hindranceOf('reject', { scorer, calibrated, rulesTurnDown: true }) === undefined ? [title] : [];
    }),
  );
  return found.flat();
}

export async function settingsView(
  deps: SettingsDeps,
  company: string,
  owner: Company,
): Promise<Output<'settings.get'>> {
  const calibrated = await calibratedPositions(deps, company);
  const { saved, settings: own, name, contact } = owner;
  const by = saved && ((await deps.directory.staff(company, saved.by))?.name ?? saved.by);
  return {
    version: saved?.version ?? 0,
    made: saved === undefined ? null : { at: saved.at, by: by ?? saved.by },
    name,
    contact,
    own,
    defaults: defaultSettings,
    effective: effectiveSettings(own),
    turnDown: { allowed: calibrated.length > 0, calibrated },
  };
}
