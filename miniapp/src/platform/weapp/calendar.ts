import type { AddToCalendar } from '../calendar.ts';
import { ask, codeOf, failureOf } from './client.ts';

const seconds = (iso: string) => Math.floor(Date.parse(iso) / 1000);

export const addToCalendar: AddToCalendar = async ({ title, startsAt, endsAt, remindBefore, ...rest }) => {
  try {
    await ask('addPhoneCalendar', {
      title,
      startTime: seconds(startsAt),
      // A string here, a number there: as documented.
      endTime: String(seconds(endsAt)),
      ...(remindBefore === undefined ? {} : { alarm: true, alarmOffset: remindBefore * 60 }),
      ...rest,
    });
    return 'added';
  } catch (error) {
    if (/cancel/.test(failureOf(error).errMsg)) return 'cancelled';
    const code = codeOf(error);
    return code === 'denied' || code === 'undeclared' ? code : 'absent';
  }
};
