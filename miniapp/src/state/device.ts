import Taro from '@tarojs/taro';
import { call } from '../api/call.ts';
import { newOperationId } from '../api/operation-id.ts';
import { copy } from '../copy.ts';
import { deviceStorage } from './device-storage.ts';
import { createEndings } from './endings.ts';
import { createJournal } from './journal.ts';
import { watchOnline } from './online.ts';
import { deviceTimers } from './timers.ts';

/** What this device keeps and finishes by itself, whichever page is open. */
export const journal = createJournal(deviceStorage, deviceTimers, () => {
  void Taro.showToast({ title: copy.candidate.network.storageFull, icon: 'none', duration: 4000 });
});

export const endings = createEndings({ call, journal, timers: deviceTimers, newId: newOperationId });

watchOnline((online) => {
  if (online) endings.wake();
});
