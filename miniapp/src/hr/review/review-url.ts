export const reviewUrl = (applicationId: string): string => `/hr/review/index?id=${applicationId}`;
