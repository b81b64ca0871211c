import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { captureLogs } from '#test/functions/capture-logs.ts';
import { run } from './run.ts';

/** `FLEET=2000` runs the first 2000; `FLEET=17,17` runs this one. */
const asked = process.env.FLEET ?? '200';
const seeds = asked.includes(',')
  ? asked.split(',').map(Number)
  : Array.from({ length: Number(asked) }, (_, i) => i + 1);
const each = 50;
const chunks = Array.from({ length: Math.ceil(seeds.length / each) }, (_, i) => seeds.slice(i * each, (i + 1) * each));

const seen = new Set<string>();
/** A life in which nothing happens proves nothing. */
const expected = [
  ...[
    'book ok',
    'book slot_full',
    'book slot_passed',
    'book not_found',
    'book rebooking_limit',
    'book booking_not_asked',
  ],
  ...['again ok', 'again slot_full', 'confirm ok', 'withdraw ok', 'explain ok', 'contest ok', 'uphold ok', 'extend ok'],
  ...['start ok', 'start too_early', 'start booking_required', 'slot closed', 'outage'],
  ...['duplicate tick', 'missing tick', 'stream late', 'job late', 'job twice', 'late reminder waits for the day'],
  ...['wechat', 'sms', 'email', 'wecom', 'codes'].map((name) => `${name} down`),
  ...['wechat', 'sms', 'email', 'wecom'].flatMap((name) => [`${name} refused`, `${name} unknown`]),
  ...['sent', 'unknown', 'fewer', 'later', 'stale', 'undelivered', 'put_off'].map((outcome) => `reminder ${outcome}`),
  ...['booked', 'no_show', 'no_show_for_hr', 'no_show_waiting', 'reminder_failed'].map((kind) => `${kind} sent`),
  ...['reminder_due', 'reminder_dropped', 'no_show_waiting', 'lapsed incomplete no excuse', 'reminded by day'],
  ...['no excuse', 'not_reminded', 'help_waiting', 'precheck_failed'].map((excuse) => `lapsed no_show ${excuse}`),
];
let logs: ReturnType<typeof captureLogs>;
beforeAll(() => {
  logs = captureLogs();
});
afterAll(() => logs.release());

describe('a fleet of interviews', () => {
  it.each(chunks)(
    'from seed %i on: everybody is reminded, of the time that holds, once by each channel',
    async (...chunk) => {
      for (const seed of chunk) {
        const { problems, trace, ...lived } = await run(seed);
        for (const what of lived.seen) seen.add(what);
        if (problems.length > 0) expect.fail(`FLEET=${seed},${seed}\n${problems.join('\n')}\n\n${trace.join('\n')}`);
      }
    },
    300_000,
  );
});

it.runIf(seeds.length >= 200)('of all that can happen, everything happened', () => {
  expect(expected.filter((what) => !seen.has(what))).toEqual([]);
});
