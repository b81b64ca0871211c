export type PickedFile = {
  name: string;
  mime: string;
  /** Bytes. */
  size: number;
  read(position: number, length: number): Promise<ArrayBuffer>;
};

export type PickOptions = { mimes: string[]; maxBytes: number };

/** `unfit`: of a kind not asked for. `absent`: this client cannot choose files. */
export type Picked =
  | { ok: true; file: PickedFile }
  | {
      ok: false;
      reason: 'cancelled' | 'too_large' | 'empty' | 'unfit' | 'denied' | 'undeclared' | 'absent' | 'failed';
    };

/** One file from the chats (mini-program) or the disk (browser). Call it in the tap itself. */
export type PickFile = (options: PickOptions) => Promise<Picked>;
