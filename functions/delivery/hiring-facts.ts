import { arrangementWords, offerWords } from '#functions/application/hiring-notes.ts';
import type { Interviews } from '#functions/ports.ts';
import { localTime } from '#shared/copy/zh/local-time.ts';
import { meeting as words } from '#shared/copy/zh/messages.ts';
import type { InterviewState } from '#shared/interview/state.ts';
import type { Facts } from '#shared/messaging/compose.ts';
import type { DeliveryKind } from '#shared/messaging/messages.ts';

type Deps = { interviews: Interviews };
type Told = Pick<Facts, 'time' | 'clock' | 'left' | 'hiring'>;

/** What a message about the second interview or an offer is written from; undefined for every other message. */
export async function hiringFacts(
  deps: Deps,
  company: string,
  { state, kind, timeZone }: { state: InterviewState; kind: DeliveryKind; timeZone: string },
): Promise<Told | undefined> {
  const { arrangement, calledOff, offer } = state.hiring;
  const told = (at: string, hiring: Facts['hiring']): Told => {
    const clock = localTime(at, timeZone);
    return { time: clock, clock, left: null, hiring };
  };
  switch (kind) {
    case 'second_interview':
    case 'meeting_reminder':
    case 'meeting_answered': {
      if (arrangement === null) return undefined;
      const { place, material } = await arrangementWords(deps, company, state);
      const round = words.round[arrangement.round];
      return told(arrangement.startsAt, { round, place, material, answer: arrangement.answer?.is ?? null });
    }
    case 'meeting_called_off':
      return calledOff === null ? undefined : told(calledOff.startsAt, {});
    case 'offer':
    case 'offer_answered':
      if (offer === null) return undefined;
      return told(offer.until, { words: await offerWords(deps, company, state), answer: offer.answer });
    default:
      return undefined;
  }
}
