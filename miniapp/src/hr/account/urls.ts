export const accountUrl = '/hr/account/index';
/** Opens with the second factor's steps. */
export const enableUrl = `${accountUrl}?enable=1`;
export const confirmUrl = '/hr/account/confirm/index';
export const staffUrl = '/hr/account/staff/index';
