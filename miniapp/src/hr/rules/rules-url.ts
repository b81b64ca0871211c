export const rulesUrl = (positionId: string): string => `/hr/rules/index?positionId=${positionId}`;
