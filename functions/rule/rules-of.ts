import type { Rules, SavedRules } from '#functions/ports/rules.ts';
import type { Directory } from '#functions/ports.ts';
import type { Position } from '#shared/organisation/records.ts';
import { templateFor } from '#shared/rules/templates.ts';

export type RulesDeps = {
  rules: Pick<Rules, 'newest'>;
  directory: Pick<Directory, 'company' | 'position' | 'candidate'>;
};
/** `own`: false for the rules a position is shipped with. */
export type PositionRules = { ruleSet: SavedRules; own: boolean; position: Position };

/** A position's own rules, or the ones it is shipped with. Undefined where there is no such position. */
export async function rulesOf(
  { rules, directory }: RulesDeps,
  company: string,
  positionId: string,
): Promise<PositionRules | undefined> {
  const [own, position] = await Promise.all([
    rules.newest(company, positionId),
    directory.position(company, positionId),
  ]);
  if (position === undefined) return undefined;
  return {
    ruleSet: own ?? { ...templateFor(position), savedBy: null, savedAt: null },
    own: own !== undefined,
    position,
  };
}
