/**
 * Bytes as a file: on a person's disk, or opened where a phone lets them be sent on. `opened` is for what WeChat can show,
 * which a CSV is not.
 */
export type SaveBytes = (file: {
  name: string;
  base64: string;
  mime: string;
}) => Promise<'saved' | 'opened' | 'failed'>;
/** A file for the person's disk; a phone without one gets the text on its clipboard. */
export type SaveFile = (file: { name: string; text: string; mime: string }) => Promise<'saved' | 'copied' | 'failed'>;
