import { randomInt } from 'node:crypto';

const errmsgs: Record<number, string> = {
  [-1]: 'system busy',
  40001: 'invalid credential',
  40008: 'invalid message type',
  40013: 'invalid corpid',
  40014: 'invalid access_token',
  40029: 'invalid code',
  40032: 'invalid userid list size',
  40058: 'invalid Request Parameter',
  41001: 'access_token missing',
  42001: 'access_token expired',
  43001: 'require GET method',
  43002: 'require POST method',
  44004: 'empty content',
  45009: 'api freq out of limit',
  47001: 'data format error',
  48002: 'api forbidden',
  60003: 'department not found',
  60011: 'no privilege to access/modify contact/party/agent',
  60020: 'not allow to access from your ip',
  60111: 'invalid userid',
  60123: 'invalid party id',
  60140: 'invalid response_code, used or expired',
  81013: 'user & party & tag all invalid',
  82001: 'user & party & tag all empty',
  301002: 'not allow operate another agent with this accesstoken',
};

/** A refusal as WeCom words it; `detail` names the parameter: `miniprogram_notice.title exceed max length 12`. */
export function refusal(errcode: number, ip: string, detail?: string): { errcode: number; errmsg: string } {
  const said = errmsgs[errcode] ?? 'system busy';
  const hint = `${randomInt(1e9, 1e10)}${randomInt(1e9, 1e10)}`;
  return {
    errcode,
    errmsg: `${detail ? `${detail}. ` : ''}${said}, hint: [${hint}], from ip: ${ip}, more info at https://open.work.weixin.qq.com/devtool/query?e=${errcode}`,
  };
}
