import { describe, expect, it } from 'vitest';
import { settingGroups } from '#shared/copy/zh/hr-settings.ts';
import { defaultSettings } from '#shared/settings.ts';
import {
  changesBetween,
  type Draft,
  draftOf,
  held,
  numberIn,
  onTopOf,
  ownOf,
  put,
  type View,
  withOwner,
  without,
  withWrong,
  wrongIn,
} from '../../../miniapp/src/hr/settings/draft.ts';
import { groups } from '../../../miniapp/src/hr/settings/groups.ts';

const contact = { name: '王敏', phone: '400', hours: '工作日' };
const view = (own: View['own'], more: Partial<View> = {}): View => ({
  version: 1,
  made: null,
  name: '华东制造',
  contact,
  own,
  defaults: defaultSettings,
  effective: { ...defaultSettings },
  turnDown: { allowed: false, calibrated: [] },
  ...more,
});

describe('what the company decided', () => {
  it('is nothing where it is the default', () => {
    expect(put(defaultSettings, {}, { attempts: defaultSettings.attempts })).toEqual({});
    expect(put(defaultSettings, { attempts: 3 }, { attempts: defaultSettings.attempts })).toEqual({});
    expect(put(defaultSettings, {}, { reminders: [...defaultSettings.reminders] })).toEqual({});
    expect(put(defaultSettings, {}, { deadlineHours: 48 })).toEqual({ deadlineHours: 48 });
  });
  it('goes back to the default', () => {
    expect(without({ attempts: 3, deadlineHours: 48 }, 'attempts')).toEqual({ deadlineHours: 48 });
    expect(held(defaultSettings, {}).attempts).toBe(defaultSettings.attempts);
  });
  it('leaves the usual owner of a stage unsaid', () => {
    const owners = withOwner({}, 'reminder', 'hr');
    expect(owners).toEqual({ reminder: 'hr' });
    expect(withOwner(owners, 'reminder', 'it')).toEqual({});
    expect(withOwner(owners, 'interview', 'department')).toEqual({ reminder: 'hr', interview: 'department' });
  });
});

describe('changes', () => {
  it('are what holds otherwise than before, whoever decided it', () => {
    expect(changesBetween(defaultSettings, { deadlineHours: 48 }, { booking: true })).toEqual([
      { name: 'deadlineHours', from: 48, to: defaultSettings.deadlineHours },
      { name: 'booking', from: false, to: true },
    ]);
  });
  it('stay on top of what somebody else saved', () => {
    const base = view({ attempts: 3 });
    const mine: Draft = { ...draftOf(base), own: { attempts: 3, deadlineHours: 48 } };
    const theirs = view({ graceMinutes: 30 }, { version: 2, contact: { ...contact, phone: '800' } });
    expect(onTopOf(theirs, base, mine)).toEqual({
      own: { graceMinutes: 30, deadlineHours: 48 },
      contact: { ...contact, phone: '800' },
      wrong: {},
    });
    const renamed = { ...mine, contact: { ...contact, name: '李雷' } };
    expect(onTopOf(theirs, base, renamed).contact).toEqual({ ...contact, name: '李雷' });
  });
  it('know no key that holds nothing', () => {
    expect(ownOf(view({ attempts: undefined, booking: true }))).toEqual({ booking: true });
  });
});

describe('what cannot be saved', () => {
  const draft = draftOf(view({}));
  it.each([
    ['fine', draft, 0],
    ['a box', { ...draft, wrong: withWrong({}, 'attempts', 'no') }, 1],
    ['a night without length', { ...draft, own: { quiet: { from: '08:00', to: '08:00' } } }, 1],
    ['nobody to reach', { ...draft, contact: { ...contact, phone: ' ' } }, 1],
  ])('%s', (_, wanted, count) => expect(wrongIn(wanted)).toBe(count));
  it('is forgotten box by box', () => {
    expect(withWrong({ a: 'x', b: 'y' }, 'a', undefined)).toEqual({ b: 'y' });
  });
  it.each([
    ['48', 48],
    [' 48 ', 48],
    ['0', undefined],
    ['721', undefined],
    ['1.5', undefined],
    ['-3', undefined],
    ['', undefined],
  ])('reads %j as %s', (text, number) => expect(numberIn(text, { least: 1, most: 720 })).toBe(number));
});

it('every setting stands in one group', () => {
  const all = settingGroups.flatMap((group) => [...groups[group]]);
  expect([...all].sort()).toEqual(Object.keys(defaultSettings).sort());
});
