export type PlayerEvents = {
  onPlaying?(playing: boolean): void;
  /** Seconds; `duration` 0 until it is known (a recording of a browser does not say). */
  onPosition?(seconds: number, duration: number): void;
  onEnded?(): void;
  onError?(): void;
};

export type Sound = { url: string } | { chunks: ArrayBuffer[]; mime: string };

export type Player = {
  play(sound: Sound): Promise<void>;
  pause(): void;
  resume(): void;
  seek(seconds: number): void;
  /** Silent; frees what `play` made of chunks. */
  stop(): void;
  destroy(): void;
};

export type CreatePlayer = (events: PlayerEvents) => Player;

/** Something `<Video src>` or `<Image src>` can show; `release` when it is no longer on the screen. */
export type SourceOf = (chunks: ArrayBuffer[], mime: string) => Promise<{ src: string; release(): void }>;
