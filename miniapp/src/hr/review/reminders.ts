import type { Dossier } from './dossier.ts';

type Way = Pick<Dossier['messages'][number], 'channel' | 'state'>;
export type Reminder = Dossier['time']['reminded'][number] & { ways: Way[] };

/** The reminders of the present appointment, each with the messages it became: those until the next one was due. */
export function remindersOf({ time, messages }: Pick<Dossier, 'time' | 'messages'>): Reminder[] {
  const reminded = [...time.reminded].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const sent = messages.filter(({ kind }) => kind === 'reminder');
  return reminded.map((one, i) => {
    const from = Date.parse(one.at);
    const until = reminded.slice(i + 1).find(({ outcome }) => outcome !== 'dropped')?.at;
    const within = sent.filter(({ at }) => {
      const ms = Date.parse(at);
      return ms >= from && (until === undefined || ms < Date.parse(until));
    });
    return {
      ...one,
      ways: one.outcome === 'dropped' ? [] : within.map(({ channel, state }) => ({ channel, state })),
    };
  });
}

/** 「1 天」「1 小时」「30 分钟」 */
export function beforeText(
  words: {
    days(days: number, hours: number): string;
    hours(hours: number, minutes: number): string;
    minutes(n: number): string;
  },
  minutes: number,
): string {
  if (minutes >= 1440) return words.days(Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60));
  return minutes >= 60 ? words.hours(Math.floor(minutes / 60), minutes % 60) : words.minutes(minutes);
}
