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

/**
 * Call it in the tap itself. `file`: the entry as iCalendar text, asked for only where the client has no calendar of its
 * own; undefined where it is not to be had. `downloaded`: a file for the person's calendar program.
 */
export type AddToCalendar = (
  entry: CalendarEntry,
  file: () => Promise<string | undefined>,
) => Promise<'added' | 'downloaded' | 'cancelled' | 'denied' | 'undeclared' | 'absent'>;
