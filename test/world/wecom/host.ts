import type { Clock } from '#functions/adapters/vendor/exchange.ts';
import type { Outbox } from '../outbox.ts';

/** One app of a company, and the members who can see it. */
export type WecomCorp = {
  corpid: string;
  agentid: number;
  corpsecret: string;
  members: WecomMember[];
  departments?: WecomDepartment[];
  /** Ids of the departments in the app's visible range; all where it is not said. */
  visible?: number[];
  /** False: the app may not read contacts. */
  contacts?: boolean;
};

/** The greater `order` stands first. */
export type WecomDepartment = { id: number; name: string; parentid: number; order: number; leaders: string[] };
export type WecomMember = {
  userid: string;
  name: string;
  departments?: number[];
  /** Those of them that the member leads. */
  leads?: number[];
  position?: string;
};

export type WecomHost = { clock: Clock; outbox: Outbox };

/** Userids do not distinguish case. */
export const memberOf = (corp: WecomCorp, userid: string): WecomCorp['members'][number] | undefined =>
  corp.members.find((member) => member.userid.toLowerCase() === userid.toLowerCase());
