import { sms, smsOfOutcome } from '#shared/copy/zh/messages.ts';
import type { Outcome } from '#shared/interview/state.ts';

type Names = { candidate: string; company: string; position: string };

/**
 * The SMS a decision sends, word for word. Candidates are always written to in Chinese. Its link does not exist yet and
 * ends in an ellipsis.
 */
export function letter(outcome: Outcome, { candidate, company, position }: Names): string {
  const params = [candidate, company, position, '…'];
  return sms[smsOfOutcome[outcome]].replace(/\{(\d)\}/g, (_, number) => params[Number(number) - 1] ?? '');
}
