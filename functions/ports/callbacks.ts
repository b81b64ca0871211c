import type { Result } from '#shared/result.ts';

/** Something WeChat or WeCom tells us unasked, after its signature, age and receiver were found right. */
export type PushedEvent =
  | {
      type: 'subscriptions';
      appid: string;
      openid: string;
      /** `reject` takes back what was accepted before. */
      choices: { templateId: string; choice: 'accept' | 'reject' }[];
    }
  /** What came of messages sent: `ok`, or WeChat's code. */
  | { type: 'receipts'; receipts: { msgid: string; receipt: string }[] }
  | { type: 'card'; corpid: string; userid: string; taskId: string; key: string; responseCode: string }
  | { type: 'other' };

/** `id`: the same whenever the platform pushes it again. */
export type Pushed = { id: string; event: PushedEvent };

/**
 * `unset`: no keys in this installation. `forged`: the signature is another. `stale`: signed too long ago, or in the
 * future. `foreign`: for another app or company. `unreadable`: not of the form the platform sends.
 */
export type CallbackRefusal = 'unset' | 'forged' | 'stale' | 'foreign' | 'unreadable';

/** One platform's way in. `query` as it came, `body` as text. */
export type CallbackDoor = {
  /** The platform's question whether this address is ours: what to answer. */
  verify(query: Record<string, string | undefined>): Result<string, CallbackRefusal>;
  open(query: Record<string, string | undefined>, body: string): Result<Pushed, CallbackRefusal>;
  /** What to answer to an event that was taken in. `says`: what the pressed button reads from now on. */
  reply(event: PushedEvent, says?: string): string;
};

/** Which events have been taken in. */
export type TakenEvents = {
  /** False when it was before. */
  take(id: string): Promise<boolean>;
  /** It could not be handled: it may come again. */
  giveBack(id: string): Promise<void>;
};

/** A button that a member of a company pressed on a card of ours. */
export type CardPress = { company: string; userId: string; taskId: string; key: string; responseCode: string };
/** What a press does. `says`: what the button reads from now on. Undefined for a key the card does not have. */
export type OnCard = (press: CardPress) => Promise<{ says: string } | undefined>;
/** What a card of that task id does; undefined for a card that nobody knows. */
export type Cards = (taskId: string) => OnCard | undefined;
