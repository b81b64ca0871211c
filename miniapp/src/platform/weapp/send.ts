import Taro from '@tarojs/taro';
import type { Send } from '../../api/caller.ts';
import { config } from '../../config.ts';

/** WeChat's words for a request that never reached a server. */
const neverSent =
  /ERR_INTERNET_DISCONNECTED|ERR_NAME_NOT_RESOLVED|ERR_CONNECTION_REFUSED|ERR_ADDRESS_UNREACHABLE|-10[0-9]\b|offline/i;

export const send: Send = async ({ method, url, headers, body }) => {
  try {
    const answer = await Taro.request({
      url,
      method,
      header: headers,
      ...(body === undefined ? {} : { data: body }),
      timeout: config.requestTimeoutMs,
    });
    const lower = Object.entries(answer.header ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]);
    return { kind: 'answered', status: answer.statusCode, headers: Object.fromEntries(lower), body: answer.data };
  } catch (failure) {
    const { errMsg = '' } = failure as { errMsg?: string };
    return neverSent.test(errMsg) || (await isDisconnected()) ? { kind: 'offline' } : { kind: 'unknown' };
  }
};

async function isDisconnected(): Promise<boolean> {
  try {
    return (await Taro.getNetworkType()).networkType === 'none';
  } catch {
    return false;
  }
}
