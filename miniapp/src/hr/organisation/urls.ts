/** `requisitionId`: that one is opened at once. */
export const organisationUrl = (requisitionId?: string): string =>
  requisitionId === undefined ? '/hr/organisation/index' : `/hr/organisation/index?requisitionId=${requisitionId}`;
export const departmentUrl = (departmentId: string): string => `/hr/organisation/index?departmentId=${departmentId}`;
export const importUrl = (from: 'wecom' | 'file'): string => `/hr/organisation/import/index?from=${from}`;
export const settingsUrl = '/hr/settings/index';
