/** A candidate's own data, to be put right. */
export const personUrl = (candidateId: string): string => `/hr/intake/index?candidateId=${candidateId}`;
