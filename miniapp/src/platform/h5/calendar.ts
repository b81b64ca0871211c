import type { AddToCalendar } from '../calendar.ts';

/** A browser has no calendar: it gets a file that the person's calendar program opens. */
export const addToCalendar: AddToCalendar = async (_entry, file) => {
  const ics = await file();
  if (ics === undefined) return 'absent';
  const url = URL.createObjectURL(new Blob([ics], { type: 'text/calendar;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'interview.ics';
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return 'downloaded';
};
