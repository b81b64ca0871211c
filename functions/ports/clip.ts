import type { Flag } from '#shared/evaluation/report.ts';
import type { SpeechContext } from '#shared/evaluation/speech/context.ts';
import type { MediaKind } from '#shared/interview/media.ts';

/** What the phone said of a recording or a file when it had handed it in. */
export type ClosedClip = {
  clipId: string;
  questionId: string;
  attempt: number;
  kind: MediaKind;
  mime: string;
  /** Length as the recorder counted it; 0 for a file. */
  seconds: number;
  parts: number;
  bytes: number;
  name: string | null;
  interruptions: number;
};

export type ClipState = 'transcribing' | 'ready' | 'none' | 'failed';
export type ClipFlag = Extract<Flag, 'recording_incomplete' | 'recording_unreadable' | 'unsure_transcript'>;

/** Times in seconds of the recording. */
export type SpokenWord = { text: string; start: number; end: number; confidence?: number };

/** As it was heard and never changed; what the candidate makes of it stands in their answer. `sure`: by `asr.sureFrom`. */
export type RawTranscript = { text: string; confidence: number | null; sure: boolean; words: SpokenWord[] };

export type ClipOutcome = {
  state: ClipState;
  transcript: RawTranscript | null;
  speech: SpeechContext | null;
  flags: ClipFlag[];
  /** Who wrote it down. */
  recogniser: string | null;
};

/** `bytes` of the whole, 0 where nothing of it ever arrived; `missing`: the parts that it is without. */
export type Assembled = { bytes: number; missing: number[] };

export type ClipRecord = ClosedClip &
  ClipOutcome & { closedAt: string; assembled: Assembled | null; settledAt: string | null };

export type Clips = {
  get(company: string, interviewId: string, clipId: string): Promise<ClipRecord | undefined>;
  /** In the order of their ids; those of earlier attempts too. */
  ofInterview(company: string, interviewId: string): Promise<ClipRecord[]>;
  /** Keeps the first one of its id, and answers the one that is kept. */
  putOnce(company: string, interviewId: string, clip: ClipRecord): Promise<ClipRecord>;
  /** Both change nothing where the clip is gone or settled already. */
  assembled(company: string, interviewId: string, clipId: string, assembled: Assembled): Promise<void>;
  settle(company: string, interviewId: string, clipId: string, outcome: ClipOutcome): Promise<boolean>;
};

export type UploadForm = { url: string; fields: Record<string, string>; maxBytes: number };

/** Addresses under which a phone may write or read one object, for so many minutes, by our clock. */
export type Media = {
  form(wanted: { key: string; mime: string; maxBytes: number; minutes: number }): UploadForm;
  url(key: string, minutes: number): Promise<string>;
};

/** The bucket itself. */
export type MediaFiles = {
  /** Names below a folder (ending in `/`) and their sizes. */
  list(folder: string): Promise<{ name: string; bytes: number }[]>;
  read(key: string): Promise<Uint8Array>;
  /** A second write of the same key changes nothing. `fileName`: what a download is called. */
  putOnce(key: string, file: { bytes: Uint8Array; mime: string; fileName: string | null }): Promise<void>;
};

/** Listens without understanding: how loud each 20 ms is (`energies`, 0-1). Never throws for what is in the bytes. */
export type Sound = (recording: {
  bytes: Uint8Array;
  mime: string;
}) => Promise<
  { ok: true; sound: { seconds: number; energies: Float32Array; incomplete: boolean } } | { ok: false; code: string }
>;

/** Speech to words. Never throws for the recogniser's sake; `passing`: the same recording may be tried again. */
export type Recogniser = {
  name: string;
  recognise(recording: {
    bytes: Uint8Array;
    mime: string;
    seconds: number;
    key: string;
  }): Promise<
    | { state: 'ready'; text: string; confidence: number | null; words: SpokenWord[] }
    | { state: 'failed'; code: string; passing: boolean }
  >;
};
