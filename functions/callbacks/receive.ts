import type { Cards, Pushed, PushedEvent, TakenEvents } from '#functions/ports/callbacks.ts';
import type { Credits, Deliveries, Identities } from '#functions/ports.ts';
import type { CreditKind } from '#shared/messaging/messages.ts';
import { pressed } from './pressed.ts';
import { subscribed } from './subscribed.ts';

export type CallbackDeps = {
  taken: TakenEvents;
  identities: Pick<Identities, 'byWecom' | 'allByWechat'>;
  credits: Pick<Credits, 'confirm' | 'reset'>;
  deliveries: Pick<Deliveries, 'receipt'>;
  cards: Cards;
  /** Which subscription message a template of WeChat's is. */
  creditOfTemplate: (templateId: string) => CreditKind | undefined;
};

/** `repeated`: it had come before. `ignored`: nobody here has to do with it. */
export type Received = { outcome: 'done' | 'repeated' | 'ignored'; says?: string };

/** One event, once. What fails is given back, and the platform pushes it again. */
export async function receive(deps: CallbackDeps, { id, event }: Pushed): Promise<Received> {
  if (event.type === 'other') return { outcome: 'ignored' };
  if (!(await deps.taken.take(id))) return { outcome: 'repeated' };
  try {
    return await handle(deps, event);
  } catch (error) {
    await deps.taken.giveBack(id);
    throw error;
  }
}

async function handle(deps: CallbackDeps, event: Exclude<PushedEvent, { type: 'other' }>): Promise<Received> {
  switch (event.type) {
    case 'subscriptions':
      return subscribed(deps, event);
    case 'receipts':
      for (const { msgid, receipt } of event.receipts) await deps.deliveries.receipt('wechat', msgid, receipt);
      return { outcome: 'done' };
    case 'card':
      return pressed(deps, event);
  }
}
