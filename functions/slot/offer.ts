import { Temporal } from 'temporal-polyfill';
import type { Request } from '#functions/http/request.ts';
import type { Clock, Directory, Slots, StaffActor } from '#functions/ports.ts';
import { limits } from '#shared/limits.ts';
import { ok, refuse } from '#shared/result.ts';
import { slotsOf } from '#shared/schedule/slots.ts';
import { effectiveSettings } from '#shared/settings.ts';

type Deps = { directory: Directory; slots: Slots; clock: Clock };

/** Windows by the company's clock become slots by the world's. What is over already is not offered. */
export async function offer(deps: Deps, { actor, params, input }: Request<'slot.offer', StaffActor>) {
  const { company } = actor;
  const { positionId } = params;
  const [owner, position] = await Promise.all([
    deps.directory.company(company),
    deps.directory.position(company, positionId),
  ]);
  if (owner === undefined || position === undefined) return refuse({ code: 'not_found' as const });
  const { timeZone } = effectiveSettings(owner.settings, position.settings);
  const { days, from, to, minutes, capacity } = input;
  const at = (day: string, time: string) =>
    new Date(
      Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds,
    ).toISOString();
  const now = deps.clock.now().toISOString();
  const slots = [...new Set(days)]
    .flatMap((day) => slotsOf({ positionId, from: at(day, from), to: at(day, to), minutes, capacity }))
    .filter(({ startsAt }) => startsAt > now);
  if (slots.length === 0) return refuse({ code: 'slot_passed' as const });
  if (slots.length > limits.slotsOffered) {
    return refuse({
      code: 'invalid_input' as const,
      details: { fields: ['days', 'minutes'], most: limits.slotsOffered },
    });
  }
  await deps.slots.offer(company, slots);
  return ok({ offered: slots.length });
}
