/** A presigned POST: form `fields` as signed, then the file. `Content-Type` is taken from `fields`, or else added from `mime`. */
export type Upload = {
  url: string;
  fields: Record<string, string>;
  /** The bytes themselves, or the key of what `blobs` keeps. */
  content: { bytes: ArrayBuffer } | { key: string };
  mime: string;
  /** 0 to 1. */
  onProgress?(done: number): void;
};

/**
 * `offline`: worth repeating as it is (no network, cut, server busy; `status` where there was one). `refused`: not as it is, a 403 wants a
 * new form. `missing`: `blobs` no longer keeps the key.
 */
export type UploadResult =
  | { ok: true }
  | { ok: false; kind: 'offline'; status?: number }
  | { ok: false; kind: 'refused'; status: number }
  | { ok: false; kind: 'missing' };

export type UploadOne = (upload: Upload) => Promise<UploadResult>;
