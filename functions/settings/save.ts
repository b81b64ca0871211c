import type { Request } from '#functions/http/request.ts';
import { earlier, operationOf } from '#functions/organisation/earlier.ts';
import type { Organisation } from '#functions/ports/organisation.ts';
import type { Clock, Operations, StaffActor } from '#functions/ports.ts';
import { limits } from '#shared/limits.ts';
import type { Company } from '#shared/organisation/records.ts';
import { settingProblems } from '#shared/organisation/setting-bounds.ts';
import { ok, refuse } from '#shared/result.ts';
import { effectiveSettings } from '#shared/settings.ts';
import { calibratedPositions, type SettingsDeps, settingsView } from './view.ts';

type Deps = SettingsDeps & { organisation: Organisation; operations: Operations; clock: Clock };

/** What the company decides, as a whole. Who was invited before keeps what they were invited with. */
export async function save(deps: Deps, request: Request<'settings.save', StaffActor>) {
  const { actor, input } = request;
  const { company } = actor;
  const [known, before] = await Promise.all([
    earlier(deps.operations, 'settings.save', request),
    deps.directory.company(company),
  ]);
  if (known !== undefined && !known.ok) return known;
  if (before === undefined) return refuse({ code: 'not_found' as const });
  if (known !== undefined) return ok(await settingsView(deps, company, before));
  const version = before.saved?.version ?? 0;
  if (version !== input.version) return refuse({ code: 'version_conflict' as const, details: { version } });
  const settings = decided(input.own);
  const wrong = settingProblems(settings);
  if (wrong.length > 0) {
    return refuse({ code: 'invalid_input' as const, details: { fields: wrong.map((name) => `own.${name}`) } });
  }
  const switchedOn = settings.rulesTurnDown === true && !effectiveSettings(before.settings).rulesTurnDown;
  if (switchedOn && (await calibratedPositions(deps, company)).length === 0) {
    return refuse({ code: 'not_calibrated' as const });
  }
  const saved = { version: version + 1, at: deps.clock.now().toISOString(), by: actor.userId };
  const last = before.saved && { at: before.saved.at, by: before.saved.by };
  const savedBefore = [last ?? [], before.savedBefore ?? []].flat().slice(0, limits.changesNamed - 1);
  const after: Company = { ...before, settings, contact: input.contact, saved, savedBefore };
  const operation = operationOf('settings.save', request, { version: saved.version });
  const done = await deps.organisation.putCompany(company, { before, after, operation });
  if (done === 'operation_exists') return refuse({ code: 'operation_conflict' as const });
  if (done === 'conflict') return refuse({ code: 'version_conflict' as const });
  return ok(await settingsView(deps, company, after));
}

/** A setting that is `undefined` is none. */
const decided = (own: Company['settings']): Company['settings'] =>
  Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
