/**
 * What a sheet promises before the server has said it for this very interview. The numbers of `defaultSettings`, which
 * cannot be imported here (zod); the contract does not carry a company's own ones yet.
 */
export const usualTerms = { deadlineHours: 72, undoMinutes: 10 } as const;
