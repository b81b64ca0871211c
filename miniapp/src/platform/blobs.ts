/** Chunks kept on the device until they are uploaded; they survive the end of the process. Keys: any text up to 100 characters. */
export type Blobs = {
  /** False where the device has no room; then nothing changed. */
  put(key: string, bytes: ArrayBuffer): Promise<boolean>;
  get(key: string): Promise<ArrayBuffer | undefined>;
  remove(key: string): Promise<void>;
  /** In the order of their characters. */
  keys(prefix: string): Promise<string[]>;
};
