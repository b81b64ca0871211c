/** What somebody of a company may be here. What each may do stands in `permissions.ts`. */
export const staffRoles = ['recruiter', 'department_head', 'admin', 'auditor'] as const;
/** What can be done to somebody's access; each is kept with who did it. */
export const accessSteps = [
  'role_changed',
  'sessions_ended',
  'second_factor_reset',
  'second_factor_required',
  'second_factor_optional',
] as const;
export type AccessStep = (typeof accessSteps)[number];

export type StaffRole = (typeof staffRoles)[number];
