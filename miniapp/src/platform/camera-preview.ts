import type { ReactElement } from 'react';
import type { Camera } from './camera.ts';

/** The picture of the front camera, mounted as long as it is in use; one on a page. Mounting it asks for the permission. */
export type CameraPreviewOf<View> = (props: { camera: Camera<View>; className?: string }) => ReactElement;
