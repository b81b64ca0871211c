import { randomBytes } from 'node:crypto';

const errmsgs: Record<number, string> = {
  [-1]: 'system error',
  40001: 'invalid credential, access_token is invalid or not latest',
  40002: 'invalid grant_type',
  40003: 'invalid openid',
  40013: 'invalid appid',
  40014: 'invalid access_token',
  40029: 'invalid code',
  40037: 'invalid template_id',
  40125: 'invalid appsecret',
  40164: 'invalid ip, not in whitelist',
  40165: 'invalid weapp pagepath',
  40212: 'invalid query',
  40226: 'code blocked',
  41001: 'access_token missing',
  41030: 'invalid page',
  42001: 'access_token expired',
  43002: 'require POST method',
  43101: 'user refuse to accept the msg',
  43107: 'subscribe message is banned',
  43108: 'concurrent sending to the same user',
  45009: 'reach max api daily quota limit',
  45011: 'api minute-quota reach limit, must slower, retry next minute',
  45168: 'hit sensitive word',
  47001: 'data format error',
  47003: 'argument invalid!',
  61010: 'user access expired',
  85402: 'time limit between 1min and 1year',
};

export const errmsgOf = (errcode: number): string => errmsgs[errcode] ?? 'system error';

/** A refusal as WeChat words it, with its request id at the end. */
export function refusal(errcode: number, errmsg = errmsgOf(errcode)): { errcode: number; errmsg: string } {
  const rid = [4, 4, 4].map((bytes) => randomBytes(bytes).toString('hex')).join('-');
  return { errcode, errmsg: `${errmsg} rid: ${rid}` };
}
