/** A mail as it is read, with the entry that it puts into the reader's calendar. Instants are ISO, in UTC. */
export type EmailMessage = {
  subject: string;
  text: string;
  html: string;
  calendar?: CalendarEntry;
  headers?: Record<string, string>;
};

/** An appointment as a calendar keeps it. */
export type CalendarEntry = {
  /** The same for every version of one appointment. */
  uid: string;
  /** Rises with every version: a calendar takes the highest and forgets the others. */
  sequence: number;
  startsAt: string;
  endsAt: string;
  summary: string;
  description: string;
  url: string;
  /** Takes the appointment out of the calendar again. */
  cancelled?: boolean;
};
