export type CalendarEntry = {
  title: string;
  /** ISO 8601. */
  startsAt: string;
  endsAt: string;
  description?: string;
  location?: string;
  /** Minutes before the start. */
  remindBefore?: number;
};

/** `downloaded`: a file for the person's calendar program. Call it in the tap itself. */
export type AddToCalendar = (
  entry: CalendarEntry,
) => Promise<'added' | 'downloaded' | 'cancelled' | 'denied' | 'undeclared' | 'absent'>;
