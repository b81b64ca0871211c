import type { Request } from '#functions/http/request.ts';
import type { StaffActor } from '#functions/ports.ts';
import { ok, refuse } from '#shared/result.ts';
import { type SettingsDeps, settingsView } from './view.ts';

export async function get(deps: SettingsDeps, { actor }: Request<'settings.get', StaffActor>) {
  const owner = await deps.directory.company(actor.company);
  return owner === undefined
    ? refuse({ code: 'not_found' as const })
    : ok(await settingsView(deps, actor.company, owner));
}
