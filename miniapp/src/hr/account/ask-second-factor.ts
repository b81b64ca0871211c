import Taro from '@tarojs/taro';
import { type CallError, isRefused } from '../../api/call-error.ts';
import { confirmUrl, enableUrl } from './urls.ts';

/** Leads to where one proves once more who one is, and from there back to what was to be done. */
export function askSecondFactor(error: CallError): void {
  if (error.kind !== 'refused' || !isRefused(error, 'second_factor_required')) return;
  void Taro.navigateTo({ url: error.details?.enable === true ? enableUrl : confirmUrl });
}
