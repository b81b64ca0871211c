import type { Authorise, OpenSettings, PermissionOf, Sense } from '../privacy.ts';
import { ask, codeOf, has, now } from './client.ts';

const scopes: Record<Sense, string> = { record: 'scope.record', camera: 'scope.camera' };
const ofSystem = { record: 'microphoneAuthorized', camera: 'cameraAuthorized' } as const;

type System = Partial<Record<(typeof ofSystem)[Sense], 'authorized' | 'denied' | 'not determined'>>;

export const permissionOf: PermissionOf = async (what) => {
  // The phone may have refused it to WeChat itself.
  if (now<System>('getAppAuthorizeSetting')?.[ofSystem[what]] === 'denied') return 'denied';
  try {
    const { authSetting } = await ask<{ authSetting: Record<string, boolean> }>('getSetting');
    const given = authSetting[scopes[what]];
    return given === undefined ? 'unknown' : given ? 'granted' : 'denied';
  } catch (error) {
    return codeOf(error) === 'absent' ? 'absent' : 'unknown';
  }
};

export const authorise: Authorise = async (what) => {
  const known = await permissionOf(what);
  if (known === 'denied' || known === 'absent') return known;
  try {
    if (has('requirePrivacyAuthorize')) await ask('requirePrivacyAuthorize');
    await ask('authorize', { scope: scopes[what] });
    return 'granted';
  } catch (error) {
    const code = codeOf(error);
    return code === 'undeclared' || code === 'absent' ? code : 'denied';
  }
};

/** The mini-program's settings, or the phone's own where WeChat itself was refused. */
export const openSettings: OpenSettings = async () => {
  const system = now<System>('getAppAuthorizeSetting') ?? {};
  const refused = Object.values(ofSystem).some((name) => system[name] === 'denied');
  const page = refused && has('openAppAuthorizeSetting') ? 'openAppAuthorizeSetting' : 'openSetting';
  try {
    await ask(page);
    return true;
  } catch {
    return false;
  }
};
