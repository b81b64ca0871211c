import { View } from '@tarojs/components';
import { useEffect, useRef } from 'react';
import type { CameraPreviewOf } from '../camera-preview.ts';
import type { CameraView } from './camera.ts';

/** A video element of our own: Taro's `Video` takes no stream. Mirrored, as people know themselves. */
export const CameraPreview: CameraPreviewOf<CameraView> = ({ camera, className = '' }) => {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    const video = document.createElement('video');
    video.muted = true;
    video.autoplay = true;
    video.playsInline = true;
    video.setAttribute('aria-hidden', 'true');
    video.style.cssText = 'width:100%;height:100%;object-fit:cover;transform:scaleX(-1)';
    box.current?.append(video);
    void camera.view.open().then((stream) => {
      if (!stream) return;
      video.srcObject = stream;
      void video.play().catch(() => undefined);
    });
    return () => {
      video.srcObject = null;
      video.remove();
      camera.close();
    };
  }, [camera]);
  return <View ref={box} className={className} />;
};
