/** Components that are little more than an element. */

import { localUrl } from '../files.ts';
import { tapListeners } from '../gestures.ts';
import { attribute, define } from './define.ts';

export function definePlain(): void {
  define('view');
  define('text');
  define('cover-view');
  define('root-portal', { properties: ['enable'] });
  define('block');
  define('icon', { properties: ['type', 'size', 'color'] });

  define('image', {
    properties: ['src', 'mode'],
    setup({ host, fire }) {
      const img = document.createElement('img');
      img.alt = '';
      img.draggable = false;
      host.append(img);
      img.onload = () => fire('load', { width: img.naturalWidth, height: img.naturalHeight });
      img.onerror = () => fire('error', { errMsg: `GET ${img.src} failed` });
      return {
        src: (value) => {
          if (value) img.src = localUrl(String(value));
          else img.removeAttribute('src');
        },
        mode: attribute(host, 'mode'),
        ariaLabel: (value) => {
          img.alt = String(value ?? '');
        },
      };
    },
  });

  define('rich-text', {
    properties: ['nodes'],
    setup({ host }) {
      return {
        nodes: (value) => {
          const parsed = new DOMParser().parseFromString(
            typeof value === 'string' ? value : nodesToHtml(value),
            'text/html',
          );
          for (const unsafe of parsed.querySelectorAll('script,style,iframe,object,link')) unsafe.remove();
          host.replaceChildren(...parsed.body.childNodes);
        },
      };
    },
  });

  define('canvas', {
    properties: ['type', 'canvasId', 'disableScroll'],
    setup({ host }) {
      host.append(document.createElement('canvas'));
    },
  });

  define('progress', {
    properties: ['percent', 'strokeWidth', 'activeColor', 'backgroundColor', 'showInfo', 'active'],
    setup({ host }) {
      const bar = document.createElement('div');
      host.append(bar);
      host.setAttribute('role', 'progressbar');
      return {
        percent: (value) => {
          bar.style.width = `${Number(value) || 0}%`;
          host.setAttribute('aria-valuenow', String(Number(value) || 0));
        },
        activeColor: (value) => {
          bar.style.background = String(value ?? '');
        },
        strokeWidth: (value) => {
          host.style.height = `${Number(value) || 6}px`;
        },
      };
    },
  });

  define('label', {
    properties: ['for'],
    setup({ host, get }) {
      tapListeners.set(host, (from) => {
        const wanted = get('for');
        const control = wanted ? document.getElementById(String(wanted)) : host.querySelector<HTMLElement>(controls);
        if (!control || control.contains(from) || from.closest(controls)) return;
        control.click();
      });
    },
  });

  define('video', {
    properties: ['src', 'controls', 'autoplay', 'loop', 'muted', 'poster', 'initialTime', 'objectFit', 'title'],
    setup({ host, fire }) {
      const video = document.createElement('video');
      video.controls = true;
      video.playsInline = true;
      host.append(video);
      for (const type of ['play', 'pause', 'ended', 'waiting', 'error']) video.addEventListener(type, () => fire(type));
      video.addEventListener('loadedmetadata', () => {
        fire('loadedmetadata', { width: video.videoWidth, height: video.videoHeight, duration: video.duration });
      });
      video.addEventListener('timeupdate', () => {
        fire('timeupdate', { currentTime: video.currentTime, duration: video.duration });
      });
      return {
        src: (value) => {
          if (value) video.src = localUrl(String(value));
          else video.removeAttribute('src');
        },
        loop: (value) => {
          video.loop = value === true;
        },
        muted: (value) => {
          video.muted = value === true;
        },
        objectFit: (value) => {
          video.style.objectFit = String(value ?? 'contain');
        },
        poster: (value) => {
          if (value) video.poster = localUrl(String(value));
        },
        controls: (value) => {
          video.controls = value !== false;
        },
        autoplay: (value) => {
          video.autoplay = value === true;
        },
        initialTime: (value) => {
          if (Number(value) > 0) video.currentTime = Number(value);
        },
      };
    },
  });
}

const controls = 'wx-checkbox,wx-radio,wx-switch,wx-button,wx-input,wx-textarea';

type RichNode = { type?: string; text?: string; name?: string; attrs?: Record<string, string>; children?: RichNode[] };

function nodesToHtml(nodes: unknown): string {
  const escaped = (text: string) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
  return ((nodes as RichNode[] | undefined) ?? [])
    .map((node) => {
      if (node.type === 'text') return escaped(node.text ?? '');
      const attributes = Object.entries(node.attrs ?? {}).map(([name, value]) => ` ${name}="${escaped(value)}"`);
      return `<${node.name}${attributes.join('')}>${nodesToHtml(node.children)}</${node.name}>`;
    })
    .join('');
}
