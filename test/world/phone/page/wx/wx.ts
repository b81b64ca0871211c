/** The `wx` object of each client. What a client lacks is really absent. */
import { phone } from '../state.ts';
import { createCameraContext } from './camera.ts';
import { choosing } from './choose.ts';
import { files } from './file-system.ts';
import { media } from './media.ts';
import { permission } from './permission.ts';
import { person, qy } from './person.ts';
import { getRecorderManager } from './recorder.ts';
import { downloadFile, request, uploadFile } from './request.ts';
import { screen } from './screen.ts';
import { storage } from './storage.ts';
import { system } from './system.ts';

const absentInWeCom = [
  'getWindowInfo', 'getAppBaseInfo', 'getSystemSetting', 'enableAlertBeforeUnload', 'disableAlertBeforeUnload', 'login',
  'requestSubscribeMessage',
]; // biome-ignore format: a list of names

export function createWx(leave: () => void): Record<string, unknown> {
  const wx: Record<string, unknown> = {
    ...storage,
    ...system,
    ...screen,
    ...person,
    ...permission,
    ...choosing,
    ...files,
    ...media,
    request,
    uploadFile,
    downloadFile,
    createCameraContext,
    getRecorderManager,
    exitMiniProgram: leave,
    base64ToArrayBuffer: (text: string) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0)).buffer,
    arrayBufferToBase64: (buffer: ArrayBuffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))),
    reportEvent: () => {},
    getRealtimeLogManager: () => ({
      info: () => {},
      warn: () => {},
      error: () => {},
      setFilterMsg: () => {},
      addFilterMsg: () => {},
    }),
    getLogManager: () => ({ log: () => {}, info: () => {}, warn: () => {}, debug: () => {} }),
  };
  if (phone.platform === 'wxwork') {
    for (const name of absentInWeCom) delete wx[name];
    wx.qy = qy;
  }
  wx.canIUse = (name: string) => canIUse(wx, name);
  return wx;
}

const components = new Set(
  'view text button input textarea scroll-view image swiper switch checkbox radio form label rich-text page-container canvas root-portal picker video camera progress icon'.split(
    ' ',
  ),
);

function canIUse(wx: Record<string, unknown>, name: string): boolean {
  const [head = '', ...rest] = name.split('.');
  if (components.has(head)) return true;
  let at: unknown = wx[head];
  if (head === 'qy')
    at = rest.reduce<unknown>((value, part) => (value as Record<string, unknown> | undefined)?.[part], at);
  return at !== undefined;
}
