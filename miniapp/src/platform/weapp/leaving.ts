import type { GuardLeaving } from '../leaving.ts';
import { ask, has } from './client.ts';

/** WeChat tells by onShow, onHide and onUnload, which the page listens to itself. */
export function useLeaving(_leave: () => void, _comeBack: () => void): void {}

/** WeChat's own alert on the arrow and Android's key; it misses the swipe, and WeCom has none. `BackCatcher` catches them all. */
export const guardLeaving: GuardLeaving = ({ message }) => {
  if (!has('enableAlertBeforeUnload')) return () => undefined;
  void ask('enableAlertBeforeUnload', { message }).catch(() => undefined);
  return () => void ask('disableAlertBeforeUnload').catch(() => undefined);
};
