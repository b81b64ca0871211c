import { describe, expect, it } from 'vitest';
import { giftsIn, isOneTap, usualFault } from '../../../miniapp/src/hr/requests/grants.ts';
import { interviewStatuses } from '../../../shared/interview/statuses.ts';

describe('giftsIn', () => {
  it('opens again what is over, and gives time before that', () => {
    const gifts = interviewStatuses.map((status) => [status, giftsIn(status)]);
    expect(Object.fromEntries(gifts)).toEqual({
      invited: ['extend', 'accommodate'],
      scheduled: ['extend', 'accommodate'],
      in_progress: ['extend', 'accommodate'],
      no_show: [],
      submitted: ['reopen'],
      incomplete: ['reopen'],
      evaluated: [],
      cancelled: [],
    });
  });
});

describe('isOneTap', () => {
  it('never takes a decision back by one tap', () => {
    expect(isOneTap({ kind: 'human_review' }, 'evaluated')).toBe(false);
    expect(isOneTap({ kind: 'human_review' }, 'submitted')).toBe(true);
    expect(isOneTap({ kind: 'help' }, 'in_progress')).toBe(false);
    expect(isOneTap({ kind: 'reopen' }, 'submitted')).toBe(true);
  });

  it('asks for how long first, where a mark is taken back', () => {
    expect(isOneTap({ kind: 'no_show' }, 'no_show')).toBe(false);
  });

  it('believes a candidate who reports a technical failure', () => {
    expect(usualFault({ category: 'technical' })).toBe('ours');
    expect(usualFault({ category: 'mistaken_end' })).toBe('none');
  });
});
