import type { SettingGroup } from '#shared/copy/zh/hr-settings.ts';
import type { Name } from './draft.ts';

/** Which settings stand together, in the order in which they are met on the way. */
export const groups = {
  interview: ['deadlineHours', 'resumeWindowHours', 'graceMinutes', 'attempts', 'answersNeeded', 'reportMinutes'],
  booking: ['booking', 'bookingDays', 'earlyMinutes', 'rebookings', 'againHours', 'timeZone'],
  reminders: ['reminders', 'channels', 'quiet', 'foreseeNoShows', 'remindAgainHours', 'handleMinutes', 'texts'],
  decision: ['matchThreshold', 'undoMinutes', 'arrangeHours', 'leaverCost', 'rulesTurnDown'],
  privacy: ['showScores', 'behaviourEvidence'],
  people: ['owners'],
} as const satisfies Record<SettingGroup, readonly Name[]>;
