import type { ReleaseNote } from '../zh/release-notes.ts';

export const releaseNotes: readonly ReleaseNote[] = [
  {
    id: 'status-check',
    date: '2026-11-22',
    version: '0.6',
    audience: 'hr',
    title: 'Status check',
    text: 'All four places and all totals are checked after each interview and every day, and you see what was put right. You can also sync everyone again, or correct a status by hand with a reason.',
  },
  {
    id: 'learning',
    date: '2026-11-22',
    version: '0.6',
    audience: 'hr',
    title: 'Learning and rehearsal',
    text: 'Three short courses, two frequent questions, and a rehearsal: play the candidate, leave in every way there is, and watch the status. The “?” on each page says how to use it.',
  },
  {
    id: 'booking',
    date: '2026-11-16',
    version: '0.5',
    audience: 'all',
    title: 'Booking and reminders',
    text: 'Times can be picked and moved without a call. Reminders come 24 hours and 1 hour before; a missed interview can be booked again.',
  },
  {
    id: 'report-quotes',
    date: '2026-11-10',
    version: '0.4',
    audience: 'hr',
    title: 'Quotes in the report',
    text: 'Each score comes with reasons and the candidate’s own words; tap a quote to hear or read that passage.',
  },
  {
    id: 'end-button',
    date: '2026-11-02',
    version: '0.3',
    audience: 'all',
    title: '“End interview” always in sight',
    text: '“End interview” stays at the top right, and “more” holds “save and leave”. Before it ends you are told how many answers are missing and what the status will be.',
  },
];
