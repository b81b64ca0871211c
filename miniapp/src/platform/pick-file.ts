export type PickedFile = {
  name: string;
  mime: string;
  /** Bytes. */
  size: number;
  read(position: number, length: number): Promise<ArrayBuffer>;
};

export type PickOptions = { mimes: string[]; maxBytes: number };

/** `unfit`: of a kind not asked for. `absent`: this client cannot choose files. */
export type NotPicked = 'cancelled' | 'too_large' | 'empty' | 'unfit' | 'denied' | 'undeclared' | 'absent' | 'failed';
export type Picked = { ok: true; file: PickedFile } | { ok: false; reason: NotPicked };
/** Each file by itself: what is wrong with one is said of that one, and the others are had. */
export type PickedFiles = { ok: true; files: (Picked & { name: string })[] } | { ok: false; reason: NotPicked };

/** One file from the chats (mini-program) or the disk (browser). Call it in the tap itself. */
export type PickFile = (options: PickOptions) => Promise<Picked>;
/** At most `most` of them in one go. */
export type PickFiles = (options: PickOptions & { most: number }) => Promise<PickedFiles>;

/** Whether a file is what was asked for; undefined where it is. */
export function misfit(
  { mime, size }: { mime: string | undefined; size: number },
  { mimes, maxBytes }: PickOptions,
): NotPicked | undefined {
  if (mime === undefined || !mimes.includes(mime)) return 'unfit';
  if (size > maxBytes) return 'too_large';
  return size === 0 ? 'empty' : undefined;
}

/** One of what was picked. */
export function onlyOne(picked: PickedFiles): Picked {
  return picked.ok ? (picked.files[0] ?? { ok: false, reason: 'cancelled' }) : picked;
}
