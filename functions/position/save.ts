import type { Request } from '#functions/http/request.ts';
import type { StaffActor } from '#functions/ports.ts';
import { type PositionDraft, positionFrom } from '#shared/organisation/position/draft.ts';
import { hasErrors, isImproper, lintPosition } from '#shared/organisation/position/lint.ts';
import { refuse } from '#shared/result.ts';
import { earlier, newer, type WriteDeps, writePosition } from './write.ts';

/**
 * The next version of a position: for invitations from now on. Who is under way keeps the plan and the settings they were
 * invited with.
 */
export async function save(deps: WriteDeps, request: Request<'position.save', StaffActor>) {
  const { actor, params, input } = request;
  const known = await earlier(deps, 'position.save', request);
  if (known !== undefined) return known;
  const before = await deps.directory.position(actor.company, params.positionId);
  if (before === undefined) return refuse({ code: 'not_found' as const });
  if (before.plan.version !== input.version) return newer(deps, actor.company, params.positionId);
  const draft = withoutNothing(input.draft);
  const findings = lintPosition(draft);
  if (hasErrors(findings) || (isImproper(findings) && !input.acknowledged)) {
    const fields = findings.map(({ place, index, code }) =>
      [place, index, code].filter((one) => one !== null).join('.'),
    );
    return refuse({ code: 'invalid_input' as const, details: { fields: fields.slice(0, 20) } });
  }
  const after = positionFrom(before, draft, input.version + 1);
  const acknowledged = isImproper(findings);
  return writePosition(deps, 'position.save', request, { before, after, kind: 'saved', acknowledged });
}

type Given = Request<'position.save', StaffActor>['input']['draft'];
/** A setting that is `undefined` is one that the position does not have. */
function withoutNothing({ briefing, settings, ...draft }: Given): PositionDraft {
  const own = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
  return { ...draft, ...(briefing && { briefing }), settings: own };
}
