import type { Device } from '#shared/access/device.ts';
import { accountWords } from '../words.ts';

/** 「企业微信 · iPhone」 */
export const deviceText = ({ app, system }: Device): string =>
  accountWords.device(accountWords.apps[app], accountWords.systems[system]);
