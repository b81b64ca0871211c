/** `<camera>`: one on a page. What steers it is in `wx/camera.ts`. */
import { type Live, letGo, takeOver } from '../wx/camera.ts';
import { need } from '../wx/permission.ts';
import { attribute, type BuiltIn, define } from './define.ts';

const lives = new WeakMap<HTMLElement, Live>();
let placed: HTMLElement | undefined;

export function defineCamera(): void {
  define('camera', {
    properties: ['mode', 'resolution', 'devicePosition', 'flash', 'frameSize'],
    setup({ host }) {
      const video = document.createElement('video');
      video.muted = true;
      video.playsInline = true;
      host.append(video);
      return { devicePosition: attribute(host, 'device-position') };
    },
    attached: (own) => void open(own),
    detached({ host }) {
      if (placed === host) placed = undefined;
      const live = lives.get(host);
      if (live) letGo(live);
      lives.delete(host);
    },
  });
}

async function open({ host, get, fire }: BuiltIn): Promise<void> {
  if (placed) return void fire('error', { errMsg: 'insertCamera:fail:only one camera can be inserted' });
  placed = host;
  try {
    await need('camera', 'camera');
    const facingMode = get('devicePosition') === 'front' ? 'user' : 'environment';
    const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode }, audio: true });
    if (placed !== host) {
      for (const track of stream.getTracks()) track.stop();
      return;
    }
    const video = host.querySelector('video') as HTMLVideoElement;
    video.srcObject = stream;
    await video.play().catch(() => undefined);
    const live = { stream, video, stopped: () => fire('stop') };
    lives.set(host, live);
    takeOver(live);
    fire('initdone', { maxZoom: 1 });
  } catch (error) {
    const { message, extra } = error as { message?: string; extra?: object };
    fire('error', { errMsg: `insertCamera:fail ${extra === undefined ? 'auth deny' : message}`, ...extra });
  }
}
