export type DeviceFacts = {
  environment: 'wechat' | 'wecom' | 'browser';
  /** `unknown` where a browser does not tell. */
  network: 'wifi' | '5g' | '4g' | '3g' | '2g' | 'none' | 'unknown';
  /** Bytes we may still keep for recordings; absent where it is not known. */
  freeBytes?: number;
  /** Of this product. */
  appVersion: string;
  /** Name and version: `WeChat 8.0.56`, `Chrome 140`. */
  client: string;
  /** `iOS 18.1`, `Windows`. */
  system: string;
  /** Of the person's text size to the normal one. */
  fontScale: number;
};

export type ReadDeviceFacts = () => Promise<DeviceFacts>;
