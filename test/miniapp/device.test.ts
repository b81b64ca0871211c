import { expect, test } from 'vitest';
import { deviceOf } from '../../miniapp/src/pages/precheck/device.ts';

test.each([
  ['iOS 18.1', 'wifi', { platform: 'ios', network: 'wifi' }],
  ['iPadOS 17', '5g', { platform: 'ios', network: 'cellular' }],
  ['Android 14', '2g', { platform: 'android', network: 'cellular' }],
  ['HarmonyOS 4', 'none', { platform: 'android', network: 'unknown' }],
  ['Windows', 'unknown', { platform: 'desktop', network: 'unknown' }],
  ['macOS', 'wifi', { platform: 'desktop', network: 'wifi' }],
  ['', 'unknown', { platform: 'other', network: 'unknown' }],
] as const)('a pre-check on %s over %s', (system, network, device) => {
  expect(deviceOf({ system, network })).toEqual(device);
});
