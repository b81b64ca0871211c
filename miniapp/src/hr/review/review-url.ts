/** `tab` opens it at what waits for an answer. */
export const reviewUrl = (applicationId: string, tab?: 'requests' | 'dossier'): string =>
  `/hr/review/index?id=${applicationId}${tab === undefined ? '' : `&tab=${tab}`}`;
