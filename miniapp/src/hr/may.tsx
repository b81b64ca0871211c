import type { PropsWithChildren } from 'react';
import { mayCall, type StaffOperation } from '#shared/access/permissions.ts';
import { type StaffRole, staffRoles } from '#shared/access/roles.ts';
import { session } from '../api/call.ts';
import { claimsOf } from './claims-of.ts';

/** Whoever is signed in here; undefined before that. */
function myRole(): StaffRole | undefined {
  const token = session.token('recruiter');
  const role = token === undefined ? undefined : claimsOf(token).role;
  return staffRoles.find((one) => one === role);
}

/** Whether the table lets whoever is signed in do that. Before it is known who that is, the server is asked. */
export function may(operation: StaffOperation): boolean {
  const role = myRole();
  return role === undefined || mayCall(role, operation);
}

/** What only those see who may do it. */
export const May = ({ to, children }: PropsWithChildren<{ to: StaffOperation }>) => (may(to) ? children : null);
