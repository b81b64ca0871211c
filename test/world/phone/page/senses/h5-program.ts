/** The browser's platform code beside a router such as Taro's; the test calls `obey` and reads `lines`. */
import { blobs } from '../../../../../miniapp/src/platform/h5/blobs.ts';
import { addToCalendar } from '../../../../../miniapp/src/platform/h5/calendar.ts';
import { createCamera } from '../../../../../miniapp/src/platform/h5/camera.ts';
import { readDeviceFacts } from '../../../../../miniapp/src/platform/h5/device-facts.ts';
import { guardLeaving } from '../../../../../miniapp/src/platform/h5/leaving.ts';
import { pickFile } from '../../../../../miniapp/src/platform/h5/pick-file.ts';
import { createPlayer } from '../../../../../miniapp/src/platform/h5/player.ts';
import { authorise, openSettings, permissionOf } from '../../../../../miniapp/src/platform/h5/privacy.ts';
import { createRecorder } from '../../../../../miniapp/src/platform/h5/recorder.ts';
import { upload } from '../../../../../miniapp/src/platform/h5/upload.ts';
import { createCommands, type Line } from '../../../../miniapp/platform/commands.ts';

const lines: Line[] = [];

/** As Taro's (history 5): hears every pop, and a change of the hash that no pop told. */
const router = (() => {
  const place = () => location.hash.slice(1);
  let at = place();
  const hear = () => {
    at = place();
    lines.push({ said: 'router', path: at });
  };
  window.addEventListener('popstate', hear);
  window.addEventListener('hashchange', () => place() !== at && hear());
  const go = (how: 'pushState' | 'replaceState') => (to: string) => {
    window.history[how]({ key: to }, '', `#${to}`);
    hear();
  };
  return { push: go('pushState'), replace: go('replaceState') };
})();

const obey = createCommands(
  {
    createRecorder,
    // What the preview does when it is mounted.
    camera: (events) => {
      const camera = createCamera(events);
      return { ...camera, start: (most) => void camera.view.open().then((stream) => stream && camera.start(most)) };
    },
    blobs,
    upload,
    pickFile,
    createPlayer,
    authorise,
    permissionOf,
    openSettings,
    readDeviceFacts,
    addToCalendar,
    guardLeaving,
  },
  (line) => lines.push(line),
);

Object.assign(window, { obey, lines, router });
