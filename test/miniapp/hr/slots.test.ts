import { describe, expect, it } from 'vitest';
import { each } from '../../../miniapp/src/hr/slots/each.ts';
import { clockOf, type Offer, openedBy, previewOf } from '../../../miniapp/src/hr/slots/offer.ts';
import {
  addDays,
  companyNow,
  dayOf,
  daysFrom,
  freePlaces,
  gridOf,
  mondayOf,
  placed,
} from '../../../miniapp/src/hr/slots/week.ts';
import { offeredSlots, sampleCalendar } from './sample-times.ts';

const now = '2026-03-10 14:10';

function made(...given: Parameters<typeof previewOf>) {
  const preview = previewOf(...given);
  if (preview.wrong !== undefined) throw new Error(preview.wrong);
  return preview;
}

const offer = { days: ['2026-03-16', '2026-03-17'], from: '9', to: '12:00', minutes: 30, capacity: 2 };

describe('clockOf', () => {
  it.each([
    ['9', '09:00'],
    ['9:30', '09:30'],
    ['0930', '09:30'],
    ['14：00', '14:00'],
    ['14点', '14:00'],
    ['9点30分', '09:30'],
    ['23:59', '23:59'],
    ['24:00', undefined],
    ['930', '09:30'],
    ['9:60', undefined],
    ['9:30:15', undefined],
    ['09300', undefined],
    ['', undefined],
    ['noon', undefined],
  ])('%s is %s', (typed, clock) => expect(clockOf(typed)).toBe(clock));
});

describe('previewOf', () => {
  it('says how many slots and places a tap makes, and which is the first and the last', () => {
    const preview = made(offer, [], now);
    expect(preview).toMatchObject({ made: 12, places: 24, there: 0, over: 0, reopened: [] });
    expect([preview.starts[0], preview.starts.at(-1)]).toEqual(['2026-03-16 09:00', '2026-03-17 11:30']);
  });

  it('makes what the server makes of it', () => {
    const server = placed(offeredSlots({ ...offer, from: '09:00' }));
    expect(made(offer, [], now).starts).toEqual(server.map(({ day, clock }) => `${day} ${clock}`));
  });

  it('leaves what is there, opens what was closed, and skips what is over', () => {
    const all = placed(sampleCalendar().slots);
    const wide = { ...offer, days: ['2026-03-10', '2026-03-11'], from: '09:00', to: '15:00' };
    expect(previewOf(wide, all, now)).toMatchObject({ made: 10, there: 3, over: 11 });
    expect(made(wide, all, now).reopened.map(({ clock }) => clock)).toEqual(['10:00']);
  });

  const full = (change: Partial<Offer>): Offer => ({ ...offer, ...change });
  it.each([
    ['days', full({ days: [] })],
    ['time', full({ from: 'x' })],
    ['order', full({ to: '9' })],
    ['short', full({ to: '09:20' })],
    ['many', full({ days: daysFrom('2026-03-11', 14), to: '20:00', minutes: 15 })],
    ['past', full({ days: ['2026-03-09'] })],
  ])('says what is wrong: %s', (wrong, given) => expect(previewOf(given, [], now)).toEqual({ wrong }));

  it('is nothing where all of it is offered already', () => {
    const again = { ...offer, days: ['2026-03-12'], from: '09:00', to: '11:00' };
    expect(previewOf(again, placed(sampleCalendar().slots), now)).toEqual({ wrong: 'nothing' });
  });
});

describe('openedBy', () => {
  it('is what is open now and was not, so that undoing closes nothing that was offered before', () => {
    const before = sampleCalendar().slots;
    const after = before.map((slot) => ({ ...slot, open: true })).concat(offeredSlots({ ...offer, from: '09:00' }));
    const starts = ['2026-03-11 09:00', '2026-03-11 10:00', '2026-03-16 09:00'];
    const opened = openedBy(starts, placed(before), placed(after));
    expect(opened.map(({ day, clock }) => `${day} ${clock}`)).toEqual(['2026-03-11 10:00', '2026-03-16 09:00']);
  });
});

describe('a week', () => {
  it('has a row for every time and a cell for every day', () => {
    const rows = gridOf(placed(sampleCalendar().slots), daysFrom('2026-03-09', 7));
    expect(rows.map(({ clock }) => clock)).toEqual(['09:00', '09:30', '10:00', '10:30']);
    expect(rows[0]?.cells.map(({ slot }) => slot?.holders.length)).toEqual([
      undefined,
      undefined,
      2,
      0,
      0,
      undefined,
      undefined,
    ]);
  });

  it('begins on Monday, over the ends of months and years', () => {
    expect(mondayOf('2026-03-01')).toBe('2026-02-23');
    expect(mondayOf('2026-03-02')).toBe('2026-03-02');
    expect(addDays('2027-12-31', 1)).toBe('2028-01-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  });

  it('counts as free neither what is taken nor what is closed', () => {
    expect(freePlaces(sampleCalendar().slots)).toBe(24 - 3 - 2);
  });
});

describe('companyNow', () => {
  it('is the day and time of the company, wherever the device is', () => {
    const wall = companyNow({ timeZone: 'Asia/Shanghai', slots: [] }, Date.parse('2026-03-10T16:30:00.000Z'));
    expect([dayOf(wall), wall.clock]).toEqual(['2026-03-11', '00:30']);
  });

  it('follows a change of the clocks', () => {
    const at = (iso: string) => companyNow({ timeZone: 'Europe/Berlin', slots: [] }, Date.parse(iso)).clock;
    expect([at('2026-03-29T00:59:00Z'), at('2026-03-29T01:00:00Z')]).toEqual(['01:59', '03:00']);
  });

  it('asks a slot where the device knows no zones', () => {
    const { slots } = sampleCalendar();
    const wall = companyNow({ timeZone: 'Nowhere/Else', slots }, Date.parse('2026-03-10T16:30:00.000Z'));
    expect(wall.clock).toBe('00:30');
  });
});

describe('each', () => {
  it('does all of them, a few at a time, and names those that failed', async () => {
    const through: number[] = [];
    let together = 0;
    let most = 0;
    const act = async (n: number) => {
      together += 1;
      most = Math.max(most, together);
      await Promise.resolve();
      together -= 1;
      return n !== 3;
    };
    expect(await each([1, 2, 3, 4, 5, 6], act, (done) => through.push(done), 2)).toEqual([3]);
    expect(through).toEqual([1, 2, 3, 4, 5, 6]);
    expect(most).toBe(2);
  });
});
