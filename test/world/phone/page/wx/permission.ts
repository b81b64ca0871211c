/** Privacy guide, permissions of the mini-program, permissions of WeChat itself: what must be granted before the senses are used. */
import { hasTapped } from '../gestures.ts';
import { ask } from '../overlay/ask.ts';
import { showSettingsPage } from '../overlay/settings-page.ts';
import { showModal } from '../overlay/sheet.ts';
import { insideTimer } from '../sandbox.ts';
import { changeSettings, settings } from '../settings.ts';
import { phone } from '../state.ts';
import { ApiError, api } from './api.ts';

const guide = '《面聊小程序隐私保护指引》';

/** Of each kind of information: the scope that guards it, where there is one, and how it is asked for. */
const kinds: Record<string, { scope?: string; question?: string; system?: 'microphone' | 'camera' }> = {
  record: { scope: 'scope.record', question: '使用你的麦克风', system: 'microphone' },
  camera: { scope: 'scope.camera', question: '使用你的摄像头', system: 'camera' },
  calendar: { scope: 'scope.addPhoneCalendar', question: '添加日程到你的系统日历' },
  file: {},
  album: {},
  clipboard: {},
};

type Resolve = (answer: { event: 'exposureAuthorization' | 'agree' | 'disagree'; buttonId?: string }) => void;
let listener: ((resolve: Resolve, info: { referrer: string }) => void) | undefined;
let agreedByButton = false;

/** `<button open-type="agreePrivacyAuthorization">` was tapped. */
export function agreeByButton(): void {
  agreedByButton = true;
}

/** @throws ApiError errno 112 where the guide does not name it, 103 where the person does not agree */
async function needPrivacy(kind: string | undefined, referrer: string): Promise<void> {
  if (phone.platform === 'wxwork') return;
  if (kind !== undefined && settings.undeclared.includes(kind))
    throw new ApiError('api scope is not declared in the privacy agreement', { errno: 112 });
  if (settings.privacy === 'agreed') return;
  if (!(await (listener ? askListener(referrer) : askPerson())))
    throw new ApiError('privacy permission is not authorized', { errno: 103 });
  changeSettings({ privacy: 'agreed' });
}

const askPerson = () =>
  ask({
    title: '用户隐私保护提示',
    text: `使用前请阅读${guide}。如你同意该指引，请点击「同意」开始使用。`,
    yes: '同意',
  });

function askListener(referrer: string): Promise<boolean> {
  return new Promise((done) => {
    listener?.(
      ({ event }) => {
        if (event === 'disagree') done(false);
        else if (event === 'agree') done(agreedByButton);
      },
      { referrer },
    );
  });
}

/** Asks what was not decided yet. @throws ApiError in the client's words */
export async function need(kind: string, referrer: string): Promise<void> {
  const { scope, question = '', system } = kinds[kind] ?? {};
  await needPrivacy(kind, referrer);
  if (system && !settings[system]) throw new ApiError('system permission denied', { errno: 3 });
  if (scope === undefined) return;
  const known = settings.scopes[scope];
  const allowed = known ?? (await ask({ title: question }));
  if (known === undefined) changeSettings({ scopes: { ...settings.scopes, [scope]: allowed } });
  if (!allowed) throw new ApiError('auth deny', { errno: 103 });
}

const authSetting = () => ({ authSetting: { ...settings.scopes }, subscriptionsSetting: { mainSwitch: true } });

function wantTap(): void {
  if (!hasTapped() || insideTimer()) throw new ApiError('can only be invoked by user TAP gesture.');
}

const system = (given: boolean) => (given ? 'authorized' : 'denied');

export const permission = {
  getSetting: api('getSetting', authSetting),
  openSetting: api('openSetting', async () => {
    wantTap();
    await showSettingsPage();
    return authSetting();
  }),
  authorize: api('authorize', async ({ scope }) => {
    const kind = Object.keys(kinds).find((name) => kinds[name]?.scope === scope);
    if (kind === undefined) throw new ApiError('invalid scope');
    await need(kind, 'authorize');
  }),
  getAppAuthorizeSetting: () => ({
    albumAuthorized: 'authorized', cameraAuthorized: system(settings.camera), microphoneAuthorized: system(settings.microphone),
    notificationAuthorized: 'authorized', locationAuthorized: 'not determined', bluetoothAuthorized: 'not determined',
    phoneCalendarAuthorized: 'authorized',
  }), // biome-ignore format: short
  openAppAuthorizeSetting: api('openAppAuthorizeSetting', async () => {
    wantTap();
    const { confirm } = await showModal({
      title: '系统设置',
      content: '允许微信使用麦克风和摄像头',
      confirmText: '允许',
    });
    if (confirm) changeSettings({ microphone: true, camera: true });
  }),
  getPrivacySetting: api('getPrivacySetting', () => ({
    needAuthorization: settings.privacy !== 'agreed',
    privacyContractName: guide,
  })),
  requirePrivacyAuthorize: api('requirePrivacyAuthorize', () => needPrivacy(undefined, 'requirePrivacyAuthorize')),
  onNeedPrivacyAuthorization: (heard: typeof listener) => {
    listener = heard;
  },
  openPrivacyContract: api('openPrivacyContract', async () => {
    await showModal({ title: guide, content: '面试中的文字、录音、录像和文件用于评估本次面试。', showCancel: false });
  }),
};
