/** The page of the mini-program: obeys commands, shows what happened. */
import { blobs } from '../../../../../miniapp/src/platform/weapp/blobs.ts';
import { addToCalendar } from '../../../../../miniapp/src/platform/weapp/calendar.ts';
import { createCamera } from '../../../../../miniapp/src/platform/weapp/camera.ts';
import { readDeviceFacts } from '../../../../../miniapp/src/platform/weapp/device-facts.ts';
import { guardLeaving } from '../../../../../miniapp/src/platform/weapp/leaving.ts';
import { pickFile } from '../../../../../miniapp/src/platform/weapp/pick-file.ts';
import { createPlayer } from '../../../../../miniapp/src/platform/weapp/player.ts';
import { authorise, openSettings, permissionOf } from '../../../../../miniapp/src/platform/weapp/privacy.ts';
import { createRecorder } from '../../../../../miniapp/src/platform/weapp/recorder.ts';
import { upload } from '../../../../../miniapp/src/platform/weapp/upload.ts';
import { createCommands, type Line } from '../../../../miniapp/platform/commands.ts';

type Detail = { detail: Record<string, unknown> };
type Methods = Record<string, (event: Detail) => void>;
type Instance = { setData(data: object): void };
type Answering = (options: object) => void;

declare const Page: (definition: object) => void;
declare const wx: Record<string, Answering> & {
  canIUse(name: string): boolean;
  getFileSystemManager(): Record<string, Answering & ((...given: unknown[]) => unknown)>;
  onKeyboardHeightChange(listener: (change: { height: number }) => void): void;
};

const lines: Line[] = [];
let page: Instance | undefined;
let camera: ReturnType<typeof createCamera> | undefined;

const say = (line: Line) => {
  lines.push(line);
  page?.setData({ log: lines.map((one) => JSON.stringify(one)).join('\n') });
};

const obey = createCommands(
  {
    createRecorder,
    camera: (events) => {
      camera = createCamera(events);
      return camera;
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
  say,
);

/** Anything of `wx` or of its file manager, by name. */
function raw({ name = '', on, given = [] }: { name?: string; on?: string; given?: unknown[] }): void {
  const owner = on === 'files' ? wx.getFileSystemManager() : wx;
  if (name.endsWith('Sync')) {
    try {
      say({ said: name, result: (owner[name] as (...all: unknown[]) => unknown)(...given) ?? null });
    } catch (error) {
      say({ said: name, thrown: (error as Error).message });
    }
    return;
  }
  owner[name]?.({
    ...(given[0] as object | undefined),
    success: (result: unknown) => say({ said: name, result }),
    fail: (failed: unknown) => say({ said: name, failed }),
  });
}

wx.onKeyboardHeightChange(({ height }) => say({ said: 'keyboardHeight', height }));

const methods: Methods = {
  obey({ detail }) {
    const { do: name, ...given } = JSON.parse(String(detail['value'])) as { do: string } & Record<string, unknown>;
    if (name === 'raw') raw(given);
    else if (name === 'canIUse') say({ said: 'canIUse', result: wx.canIUse(String(given['name'])) });
    else if (name === 'show') page?.setData(given);
    else void obey(name, given);
  },
  tap: () => say({ said: 'tapped' }),
  focus: ({ detail }) => say({ said: 'focus', height: detail['height'] }),
  keyboard: ({ detail }) => say({ said: 'fieldKeyboard', height: detail['height'] }),
  cameraReady: () => say({ said: 'cameraReady' }),
  cameraFailed: ({ detail }) => say({ said: 'cameraFailed', errMsg: detail['errMsg'], errno: detail['errno'] ?? null }),
  cameraStopped: () => {
    say({ said: 'cameraStopped' });
    camera?.view.taken();
  },
  caught: () => say({ said: 'caught' }),
};

Page({
  data: { log: '', camera: false, catcher: false },
  onLoad(this: Instance) {
    page = this;
  },
  ...methods,
});
