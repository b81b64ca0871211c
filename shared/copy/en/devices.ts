import type { DevicesCopy } from '../zh/devices.ts';

export const devices: DevicesCopy = {
  device: (app, system) => (system === '' ? app : `${app} · ${system}`),
  apps: { wecom: 'WeCom', wechat: 'WeChat', browser: 'Browser' },
  systems: { ios: 'iPhone', android: 'Android', windows: 'Windows', mac: 'Mac', other: '' },
  sessions: {
    title: 'Where you are signed in',
    current: 'This device',
    since: (since, used) => `Signed in ${since} · used ${used}`,
    end: 'Sign out',
    note: 'That device has to sign in again for whatever it does next.',
  },
};
