import type { Recorded } from '../interview/events.ts';

export const deliveryKinds = [
  'invitation',
  'result',
  'decision',
  'report_for_hr',
  'report_missing',
  'human_route',
] as const;
export type DeliveryKind = (typeof deliveryKinds)[number];

/** Who a message is for. */
export const audienceOf = {
  invitation: 'candidate',
  result: 'candidate',
  decision: 'candidate',
  report_for_hr: 'owner',
  report_missing: 'owner',
  human_route: 'owner',
} as const satisfies Record<DeliveryKind, 'candidate' | 'owner'>;

/** The channels of a message in the order they are tried: the first one that can be used carries it. */
export const channelOrder = {
  invitation: ['sms'],
  result: ['wechat', 'sms'],
  decision: ['sms'],
  report_for_hr: ['wecom'],
  report_missing: ['wecom'],
  human_route: ['wecom'],
} as const satisfies Record<DeliveryKind, readonly ('wechat' | 'sms' | 'wecom')[]>;

/** The messages an event sets off at once. What is owed later is a due item. */
export function messagesFor({ event }: Recorded): DeliveryKind[] {
  switch (event.type) {
    case 'invited':
      return ['invitation'];
    case 'report_ready':
      return ['result', 'report_for_hr'];
    case 'report_failed':
      return ['report_missing'];
    case 'declined':
      return event.data.reason === 'human_route' ? ['human_route'] : [];
    default:
      return [];
  }
}
