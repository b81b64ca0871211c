/** What somebody of a company may be here. What each may do stands in `permissions.ts`. */
export const staffRoles = ['recruiter', 'department_head', 'admin', 'auditor'] as const;
export type StaffRole = (typeof staffRoles)[number];
