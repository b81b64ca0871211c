import { View } from '@tarojs/components';
import { useEffect, useRef } from 'react';
import type { FilmOf } from '../film.ts';

/** The browser's own element: Taro's brings a streaming library of 600 KB with it. */
export const Film: FilmOf = ({ src, label, from = 0, className = '' }) => {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    const video = document.createElement('video');
    video.src = src;
    video.addEventListener('loadedmetadata', () => {
      if (from > 0) video.currentTime = from;
    });
    video.controls = true;
    video.autoplay = true;
    video.playsInline = true;
    video.setAttribute('aria-label', label);
    video.style.cssText = 'display:block;width:100%;height:100%;object-fit:cover';
    box.current?.append(video);
    return () => {
      video.removeAttribute('src');
      video.load();
      video.remove();
    };
  }, [src, label, from]);
  return <View ref={box} className={className} />;
};
