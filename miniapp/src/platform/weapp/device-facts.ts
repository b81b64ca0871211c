import { config } from '../../config.ts';
import type { DeviceFacts, ReadDeviceFacts } from '../device-facts.ts';
import { ask, now } from './client.ts';
import { bytesKept } from './files.ts';

const mostBytes = 200 * 1024 * 1024;

type Info = {
  version?: string;
  system?: string;
  environment?: string;
  fontSizeSetting?: number;
  fontSizeScaleFactor?: number;
};

export const readDeviceFacts: ReadDeviceFacts = async () => {
  // WeCom has only getSystemInfoSync, which WeChat advises against where the others are.
  const info: Info = {
    ...(now<Info>('getAppBaseInfo') ?? now<Info>('getSystemInfoSync')),
    ...now<Info>('getDeviceInfo'),
  };
  const wecom = now<Info>('getSystemInfoSync')?.environment === 'wxwork';
  const kept = await bytesKept().catch(() => undefined);
  return {
    environment: wecom ? 'wecom' : 'wechat',
    network: await network(),
    ...(kept === undefined ? {} : { freeBytes: Math.max(0, mostBytes - kept) }),
    appVersion: config.appVersion,
    client: `${wecom ? 'WeCom' : 'WeChat'} ${info.version ?? ''}`.trim(),
    system: info.system ?? '',
    fontScale: info.fontSizeScaleFactor ?? (info.fontSizeSetting ?? 16) / 16,
  };
};

async function network(): Promise<DeviceFacts['network']> {
  try {
    const { networkType } = await ask<{ networkType: string }>('getNetworkType');
    const known: DeviceFacts['network'][] = ['wifi', '5g', '4g', '3g', '2g', 'none'];
    return known.find((one) => one === networkType) ?? 'unknown';
  } catch {
    return 'unknown';
  }
}
