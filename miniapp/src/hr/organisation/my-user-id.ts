import { session } from '../../api/call.ts';
import { claimsOf } from '../claims-of.ts';

/** Whoever is signed in here, by the token. */
export function myUserId(): string | undefined {
  const token = session.token('recruiter');
  const userId = token === undefined ? undefined : claimsOf(token)['userId'];
  return typeof userId === 'string' ? userId : undefined;
}
