/** A file for the person's disk; a phone without one gets the text on its clipboard. */
export type SaveFile = (file: { name: string; text: string; mime: string }) => Promise<'saved' | 'copied' | 'failed'>;
