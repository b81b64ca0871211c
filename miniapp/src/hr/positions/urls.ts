export const positionsUrl = '/hr/positions/index';
export const bankUrl = '/hr/questions/index';
export const editorUrl = (positionId: string): string => `/hr/positions/editor/index?positionId=${positionId}`;
export const previewUrl = (positionId: string): string => `/hr/positions/preview/index?positionId=${positionId}`;
