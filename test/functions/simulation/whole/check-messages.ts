import type { InterviewState } from '#shared/interview/state.ts';
import type { Settings } from '#shared/settings.ts';
import type { Handed } from '#test/functions/booking/fake-messengers.ts';
import { problemsOfMessage } from '#test/functions/simulation/fleet/check.ts';

/** What is wrong with a message at the moment its provider gets it. */
export function problemsOfHanded(one: Handed, state: InterviewState | undefined, settings: Settings): string[] {
  if (one.job === undefined) return [];
  if (state === undefined) return [`a message of somebody who was deleted: ${one.text}`];
  return problemsOfMessage(one, state, { settings });
}
