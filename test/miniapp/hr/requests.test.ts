import { describe, expect, it } from 'vitest';
import { giftsIn, isOneTap, usualFault } from '../../../miniapp/src/hr/requests/grants.ts';
import { interviewStatuses } from '../../../shared/interview/state.ts';
import { allowedFrom } from '../../../shared/interview/transitions.ts';

describe('giftsIn', () => {
  it('offers exactly what the interview’s own rules allow', () => {
    for (const status of interviewStatuses) {
      const allowed = (['reopen', 'extend', 'accommodate'] as const).filter((gift) =>
        (allowedFrom[gift] as readonly string[]).includes(status),
      );
      expect(giftsIn(status)).toEqual(allowed);
    }
  });
});

describe('isOneTap', () => {
  it('never takes a decision back by one tap', () => {
    expect(isOneTap({ kind: 'human_review' }, 'evaluated')).toBe(false);
    expect(isOneTap({ kind: 'human_review' }, 'submitted')).toBe(true);
    expect(isOneTap({ kind: 'help' }, 'in_progress')).toBe(false);
    expect(isOneTap({ kind: 'reopen' }, 'submitted')).toBe(true);
  });

  it('believes a candidate who reports a technical failure', () => {
    expect(usualFault({ category: 'technical' })).toBe('ours');
    expect(usualFault({ category: 'mistaken_end' })).toBe('none');
  });
});
