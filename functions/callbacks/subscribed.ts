import type { PushedEvent } from '#functions/ports/callbacks.ts';
import type { CallbackDeps, Received } from './receive.ts';

type Subscriptions = Extract<PushedEvent, { type: 'subscriptions' }>;

/**
 * What a person chose, brought into the ledger. A rejection holds for every company they are a candidate of; an acceptance
 * is one message of one company, and where there are several only the phone knows whose.
 */
export async function subscribed(
  { identities, credits, creditOfTemplate }: Pick<CallbackDeps, 'identities' | 'credits' | 'creditOfTemplate'>,
  { appid, openid, choices }: Subscriptions,
): Promise<Received> {
  const people = await identities.allByWechat(appid, openid);
  const [only, ...others] = people;
  let outcome: Received['outcome'] = 'ignored';
  for (const { templateId, choice } of choices) {
    const kind = creditOfTemplate(templateId);
    if (kind === undefined) continue;
    if (choice === 'accept') {
      if (only === undefined || others.length > 0) continue;
      await credits.confirm(only.company, only.candidateId, kind);
    } else {
      for (const { company, candidateId } of people) await credits.reset(company, candidateId, kind);
    }
    outcome = 'done';
  }
  return { outcome };
}
