import { Camera } from '@tarojs/components';
import type { CameraPreviewOf } from '../camera-preview.ts';
import type { CameraView } from './camera.ts';

export const CameraPreview: CameraPreviewOf<CameraView> = ({ camera, className = '' }) => (
  <Camera
    className={className}
    devicePosition="front"
    resolution="medium"
    onInitDone={camera.view.ready}
    onError={({ detail }) => camera.view.failed(detail)}
    onStop={camera.view.taken}
  />
);
