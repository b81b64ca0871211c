/** What is left of a recording once it has been listened to: how loud each 20 ms was, and nothing that was said. */
export type Sound = {
  seconds: number;
  /** Root mean square over all channels of each 20 ms, 0-1. */
  energies: Float32Array;
  /** Of the recording, in Hz. */
  sampleRate: number;
  /** The file ends in the middle of something, or a part of it could not be decoded: it was longer than what is here. */
  incomplete: boolean;
};

/**
 * `unsupported`: no container or codec that we listen to, or a video without sound. `unreadable`: it looks like one, and
 * no sound comes out of it. `too_large`: bytes. `too_long`: seconds of sound, however few the bytes.
 */
export type SoundRefusal = 'unsupported' | 'unreadable' | 'too_long' | 'too_large' | 'timed_out';

export type SoundResult = { ok: true; sound: Sound } | { ok: false; code: SoundRefusal };

export type SoundLimits = { bytes: number; seconds: number; milliseconds: number };

/** A recorder stops after 600 s; a minute above that for parts that overlap. The time leaves room within a job's 60 s. */
export const soundLimits: SoundLimits = { bytes: 64 * 1024 * 1024, seconds: 660, milliseconds: 40_000 };

/** Packets of one audio track, in order; returns whether the file broke off. Nothing is copied before it is asked for. */
export type Packets = Generator<Uint8Array, { incomplete: boolean }>;

/** No packet of speech comes near it. What is larger is damage, and must not reach a codec's memory. */
export const largestPacket = 64 * 1024;

export type Track =
  | { codec: 'pcm'; format: PcmFormat; packets: Packets }
  | { codec: 'mp3'; packets: Packets }
  | { codec: 'aac'; config: Uint8Array; startSeconds: number; packets: Packets }
  | { codec: 'opus'; head: OpusHead; packets: Packets };

export type PcmFormat = { float: boolean; bits: number; channels: number; sampleRate: number };

export type OpusHead = { channels: number; preSkip: number; gain: number };

export type Demuxed = { ok: true; track: Track } | { ok: false; code: 'unsupported' | 'unreadable' };

export type Pcm = { channels: readonly Float32Array[]; sampleRate: number; damaged: boolean };

export type Decoder = { decode(packets: Uint8Array[]): Pcm; free(): void };
