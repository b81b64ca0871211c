import type { Contacts, WecomDepartment, WecomMember } from '#functions/ports/organisation.ts';
import type { VendorError } from '../vendor/exchange.ts';
import type { WecomClient } from './client.ts';

/** Departments whose members are asked for side by side: WeCom counts calls per minute. */
const atOnce = 4;

/** A member of several departments is named in each; they are one. */
export const wecomContacts = (client: Pick<WecomClient, 'departments' | 'members'>): Contacts => ({
  async read() {
    const listed = await client.departments();
    if (!listed.ok) return failed(listed.error);
    const departments: WecomDepartment[] = listed.value;
    // Nothing in the app's visible range is no company without departments.
    if (departments.length === 0) return { ok: false, error: { kind: 'refused', errcode: notVisible } };
    const members = new Map<string, WecomMember>();
    for (let from = 0; from < departments.length; from += atOnce) {
      const some = await Promise.all(departments.slice(from, from + atOnce).map(({ id }) => client.members(id)));
      for (const found of some) {
        if (!found.ok) return failed(found.error);
        for (const member of found.value) members.set(member.userid.toLowerCase(), member);
      }
    }
    return { ok: true, departments, members: [...members.values()] };
  },
});

const notVisible = 60011;
/** A frequency limit passes by itself. */
const passing = new Set([-1, 45009]);

const failed = (error: VendorError): Awaited<ReturnType<Contacts['read']>> => ({
  ok: false,
  error:
    error.kind === 'refused' && !passing.has(error.errcode)
      ? { kind: 'refused', errcode: error.errcode }
      : { kind: 'unavailable' },
});
