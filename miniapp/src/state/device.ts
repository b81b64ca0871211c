import Taro from '@tarojs/taro';
import { blobs } from '#platform/blobs.ts';
import { upload } from '#platform/upload.ts';
import { call } from '../api/call.ts';
import { newOperationId } from '../api/operation-id.ts';
import { copy } from '../copy.ts';
import { createClipJournal } from './clip-journal.ts';
import { deviceStorage } from './device-storage.ts';
import { createEndings } from './endings.ts';
import { createJournal } from './journal.ts';
import { watchOnline } from './online.ts';
import { deviceTimers } from './timers.ts';
import { createUploads } from './uploads.ts';

/** What this device keeps and finishes by itself, whichever page is open. */
const onFull = () => {
  void Taro.showToast({ title: copy.candidate.network.storageFull, icon: 'none', duration: 4000 });
};

export const journal = createJournal(deviceStorage, deviceTimers, onFull);

export const uploads = createUploads({
  call,
  clips: createClipJournal(deviceStorage, onFull),
  blobs,
  upload,
  timers: deviceTimers,
  onFull,
});

export const endings = createEndings({ call, journal, uploads, timers: deviceTimers, newId: newOperationId });

watchOnline((online) => {
  if (online) endings.wake();
});
