import type { LoginCodes } from '../../api/session.ts';

/** WeCom's OAuth returns to `?code=…` before the hash. It is good once: taken out of the address when used. */
function takeCode(): string | undefined {
  const address = new URL(window.location.href);
  const code = address.searchParams.get('code') ?? undefined;
  if (code === undefined) return undefined;
  address.searchParams.delete('code');
  address.searchParams.delete('state');
  window.history.replaceState(window.history.state, '', address);
  return code;
}

export const loginCodes: LoginCodes = {
  wechat: async () => undefined,
  wecom: async () => {
    const code = takeCode();
    return code === undefined ? undefined : { code, via: 'web' };
  },
};
