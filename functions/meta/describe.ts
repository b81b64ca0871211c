import type { Clock } from '#functions/ports.ts';
import { openapi as describeContract } from '#shared/contract/openapi.ts';
import { ok } from '#shared/result.ts';

export const health = async ({ clock }: { clock: Clock }) => ok({ ok: true as const, time: clock.now().toISOString() });

export const openapi = async () => ok(describeContract());
