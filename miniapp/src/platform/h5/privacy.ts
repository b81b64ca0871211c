import type { Authorise, OpenSettings, PermissionOf, Sense } from '../privacy.ts';
import { closeMedia, codeOf, openMedia } from './media-error.ts';

const names: Record<Sense, PermissionDescriptor> = {
  record: { name: 'microphone' as PermissionName },
  camera: { name: 'camera' as PermissionName },
};

export const permissionOf: PermissionOf = async (what) => {
  if (!navigator.mediaDevices?.getUserMedia) return 'absent';
  try {
    const { state } = await navigator.permissions.query(names[what]);
    return state === 'prompt' ? 'unknown' : state;
  } catch {
    return 'unknown';
  }
};

/** A browser asks when the device is opened, so it is opened and let go. */
export const authorise: Authorise = async (what) => {
  const constraints = what === 'record' ? { audio: true } : { video: { facingMode: 'user' } };
  try {
    closeMedia(await openMedia(constraints));
    return 'granted';
  } catch (error) {
    const code = codeOf(error);
    if (code === 'absent') return 'absent';
    // Another program has it: that is no refusal.
    return code === 'busy' ? 'granted' : 'denied';
  }
};

export const openSettings: OpenSettings = async () => false;
