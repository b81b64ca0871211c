import type { Clock } from '#functions/ports.ts';
import { ok } from '#shared/result.ts';

export const health = async ({ clock }: { clock: Clock }) => ok({ ok: true as const, time: clock.now().toISOString() });

/** The whole contract is made for it alone: hardly anybody asks. */
export const openapi = async () => ok((await import('#shared/contract/openapi.ts')).openapi());
