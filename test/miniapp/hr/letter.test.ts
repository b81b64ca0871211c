import { describe, expect, it } from 'vitest';
import { sms } from '#shared/copy/zh/messages.ts';
import type { Outcome } from '#shared/interview/state.ts';
import { composeSms } from '#shared/messaging/compose.ts';
import { letter } from '../../../miniapp/src/hr/review/letter.ts';

const names = { candidate: '张晓雯', company: '华东制造', position: '销售代表' };

describe('the letter before a decision', () => {
  it.each<Outcome>(['second_interview', 'onboarding', 'pool', 'reject'])(
    'is, for %s, the very SMS that will be sent',
    (outcome) => {
      const other = {
        deadline: '',
        time: '',
        clock: '',
        left: null,
        bookingAsked: false,
        now: '',
        help: '',
        interviewId: '',
        applicationId: '',
        overall: null,
      };
      const { template, params } = composeSms('decision', { ...names, ...other, outcome }, '…');
      const sent = params.reduce(
        (text, value, index) => text.replace(`{${index + 1}}`, value),
        sms[template] as string,
      );
      expect(letter(outcome, names)).toBe(sent);
      expect(sent).not.toContain('{');
    },
  );

  it('thanks alike who is kept and who is let go', () => {
    expect(letter('pool', names)).toBe(letter('reject', names));
    expect(letter('reject', names)).toContain('感谢您参加华东制造「销售代表」的面试');
  });
});
