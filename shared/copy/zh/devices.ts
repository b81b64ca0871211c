import type { Device } from '../../access/device.ts';
import type { Words } from '../words.ts';

/** Where somebody is signed in. */
export const devices = {
  device: (app: string, system: string) => (system === '' ? app : `${app} · ${system}`),
  apps: { wecom: '企业微信', wechat: '微信', browser: '浏览器' } satisfies Record<Device['app'], string>,
  systems: { ios: 'iPhone', android: '安卓', windows: 'Windows', mac: 'Mac', other: '' } satisfies Record<
    Device['system'],
    string
  >,
  sessions: {
    title: '登录的设备',
    current: '本机',
    since: (since: string, used: string) => `${since} 登录 · ${used} 用过`,
    end: '退出',
    note: '退出后，那台设备上的下一次操作就会要求重新登录。',
  },
};
export type DevicesCopy = Words<typeof devices>;
