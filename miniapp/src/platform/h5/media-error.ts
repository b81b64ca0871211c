import type { CaptureError } from '../capture.ts';

const codes: Record<string, CaptureError> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'absent',
  OverconstrainedError: 'absent',
  TypeError: 'absent',
  NotReadableError: 'busy',
  AbortError: 'failed',
};

export const codeOf = (error: unknown): CaptureError =>
  codes[error instanceof Error || error instanceof DOMException ? error.name : ''] ?? 'failed';

/** Browsers have no microphone or camera for a page that did not come over HTTPS. */
export async function openMedia(constraints: MediaStreamConstraints): Promise<MediaStream> {
  if (!navigator.mediaDevices?.getUserMedia) throw new DOMException('no media devices', 'NotFoundError');
  return navigator.mediaDevices.getUserMedia(constraints);
}

export function closeMedia(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}
