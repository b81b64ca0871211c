import { config } from '../../config.ts';

/** Where a stranger applies: the page in a browser, from which WeChat leads on into the mini-program where that is set up. */
export function applyUrl(linkId: string): string {
  const pages = process.env.TARO_ENV === 'h5' ? `${location.origin}${location.pathname}` : `${config.apiOrigin}/h5/`;
  return `${pages}#/pages/apply/index?link=${linkId}`;
}
