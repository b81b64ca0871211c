/** The address a browser shows, without a new entry in its history; a phone shows none. */
export function keepAddress(url: string): void {
  if (process.env.TARO_ENV !== 'h5') return;
  const { pathname, search } = window.location;
  window.history.replaceState(window.history.state, '', `${pathname}${search}#${url}`);
}
