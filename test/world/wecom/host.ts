import type { Clock } from '#functions/adapters/vendor/exchange.ts';
import type { Outbox } from '../outbox.ts';

/** One app of a company, and the members who can see it. */
export type WecomCorp = {
  corpid: string;
  agentid: number;
  corpsecret: string;
  members: { userid: string; name: string }[];
};

export type WecomHost = { clock: Clock; outbox: Outbox };

/** Userids do not distinguish case. */
export const memberOf = (corp: WecomCorp, userid: string): WecomCorp['members'][number] | undefined =>
  corp.members.find((member) => member.userid.toLowerCase() === userid.toLowerCase());
