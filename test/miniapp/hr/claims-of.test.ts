import { describe, expect, test } from 'vitest';
import { joseTokens } from '#functions/adapters/jose/tokens.ts';
import { staffRoles } from '#shared/access/roles.ts';
import { claimsOf } from '../../../miniapp/src/hr/claims-of.ts';

const tokens = joseTokens({ key: 'a-key-of-at-least-thirty-two-characters', clock: { now: () => new Date() } });

describe('what a token says of itself', () => {
  test.each(staffRoles)('%s, whatever the length of what stands beside it', async (role) => {
    for (const userId of ['usr_a', 'usr_ab', 'usr_abc', 'usr_abcd']) {
      const { token } = await tokens.issue({ role, company: 'co_a', userId, sessionId: 'ses_abcd' });
      expect(claimsOf(token)).toMatchObject({ role, company: 'co_a', userId, sessionId: 'ses_abcd' });
    }
  });
  test.each(['', 'x', 'a.b.c', 'eyJ.%%%.x', '..'])('%s is no token and says nothing', (text) => {
    expect(claimsOf(text)).toEqual({});
  });
});
