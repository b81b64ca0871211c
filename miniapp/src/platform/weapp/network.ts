import Taro from '@tarojs/taro';

/** Tells soon and at each change whether the phone has a network. */
export function watchNetwork(tell: (online: boolean) => void): void {
  Taro.onNetworkStatusChange?.(({ isConnected }) => tell(isConnected));
  Taro.getNetworkType?.().then(
    ({ networkType }) => tell(networkType !== 'none'),
    () => {},
  );
}
