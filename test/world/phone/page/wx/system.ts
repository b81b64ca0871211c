/** What the client tells about itself, the device, the network. */
import { capsuleRect, homeIndicator, isTab, statusBarHeight } from '../chrome.ts';
import { hideKeyboard } from '../keyboard.ts';
import { settings } from '../settings.ts';
import { topPage } from '../stack.ts';
import { phone, signals } from '../state.ts';
import { ApiError, api } from './api.ts';

const base = () => ({
  SDKVersion: phone.platform === 'wxwork' ? '2.20.1' : '3.8.0',
  version: phone.platform === 'wxwork' ? '4.1.28' : '8.0.56',
});

function windowInfo() {
  const width = window.innerWidth;
  const height = window.innerHeight;
  const status = statusBarHeight();
  const bars = status + 44;
  const windowHeight = topPage()?.viewport.clientHeight ?? height - bars - (isTab(phone.enter.path) ? 50 : 0);
  return {
    pixelRatio: window.devicePixelRatio,
    screenWidth: width,
    screenHeight: height,
    windowWidth: width,
    windowHeight,
    statusBarHeight: status,
    screenTop: bars,
    safeArea: {
      left: 0,
      right: width,
      top: status,
      bottom: height - homeIndicator(),
      width,
      height: height - homeIndicator() - status,
    },
  };
}

const deviceInfo = () => ({
  abi: 'arm64', deviceAbi: 'arm64', benchmarkLevel: -1, brand: 'iPhone', model: 'iPhone 15<iPhone15,4>', system: 'iOS 18.1', platform: 'ios',
  cpuType: 'unknown', memorySize: 6144,
}); // biome-ignore format: short

const appBaseInfo = () => ({
  ...base(), language: 'zh_CN', theme: phone.theme, enableDebug: false, fontSizeSetting: 16 * settings.fontScale,
  fontSizeScaleFactor: settings.fontScale, host: { env: 'WeChat' },
}); // biome-ignore format: short

const setting = () => ({
  bluetoothEnabled: true,
  locationEnabled: true,
  wifiEnabled: phone.network !== 'none',
  deviceOrientation: 'portrait',
});
function systemInfo() {
  return {
    ...deviceInfo(),
    ...appBaseInfo(),
    ...windowInfo(),
    ...setting(),
    ...(phone.platform === 'wxwork' && { environment: 'wxwork' }),
  };
}

const networkType = () => ({ wifi: 'wifi', slow: '2g', none: 'none' })[phone.network];
export const networkState = () => ({ isConnected: phone.network !== 'none', networkType: networkType() });

const entered = ({ path, query, scene }: typeof phone.launch) => ({
  path,
  query,
  scene,
  referrerInfo: {},
  forwardMaterials: [],
  apiCategory: 'default',
});

export const system = {
  getSystemInfoSync: systemInfo,
  getSystemInfo: api('getSystemInfo', systemInfo),
  getSystemInfoAsync: api('getSystemInfoAsync', systemInfo),
  getWindowInfo: windowInfo,
  getDeviceInfo: deviceInfo,
  getAppBaseInfo: appBaseInfo,
  getSystemSetting: setting,
  getMenuButtonBoundingClientRect: capsuleRect,
  getAccountInfoSync: () => ({ miniProgram: { appId: phone.appid, envVersion: 'develop', version: '' }, plugin: {} }),
  getLaunchOptionsSync: () => entered(phone.launch),
  getEnterOptionsSync: () => entered(phone.enter),
  getNetworkType: api('getNetworkType', () => ({
    networkType: networkType(),
    signalStrength: -50,
    hasSystemProxy: false,
  })),
  getUpdateManager: () => ({
    onCheckForUpdate: () => {},
    onUpdateReady: () => {},
    onUpdateFailed: () => {},
    applyUpdate: () => {},
  }),
  setKeepScreenOn: api('setKeepScreenOn', ({ keepScreenOn }) => {
    document.body.toggleAttribute('data-screen-on', keepScreenOn === true);
  }),
  vibrateShort: api('vibrateShort', () => ({})),
  vibrateLong: api('vibrateLong', () => ({})),
  onNetworkStatusChange: signals.network.on,
  offNetworkStatusChange: signals.network.off,
  onAppShow: signals.appShow.on,
  offAppShow: signals.appShow.off,
  onAppHide: signals.appHide.on,
  offAppHide: signals.appHide.off,
  onError: signals.error.on,
  offError: signals.error.off,
  onUnhandledRejection: signals.unhandledRejection.on,
  offUnhandledRejection: signals.unhandledRejection.off,
  onThemeChange: signals.theme.on,
  offThemeChange: signals.theme.off,
  onWindowResize: signals.resize.on,
  offWindowResize: signals.resize.off,
  onPageNotFound: signals.pageNotFound.on,
  offPageNotFound: signals.pageNotFound.off,
  onMemoryWarning: signals.memoryWarning.on,
  offMemoryWarning: signals.memoryWarning.off,
  onKeyboardHeightChange: signals.keyboard.on,
  offKeyboardHeightChange: signals.keyboard.off,
  hideKeyboard: api('hideKeyboard', () => {
    if (!hideKeyboard()) throw new ApiError('input not exists');
  }),
};
