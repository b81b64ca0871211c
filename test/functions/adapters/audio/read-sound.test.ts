import { beforeAll, describe, expect, test } from 'vitest';
import { decodeSound } from '#functions/adapters/audio/decode-sound.ts';
import { readSound } from '#functions/adapters/audio/read-sound.ts';
import { soundLimits } from '#functions/adapters/audio/sound.ts';
import { describeSpeech } from '#shared/evaluation/speech/describe-speech.ts';
import { aacFrames } from './encode-aac.ts';
import { encodeMp3, silentMp3 } from './encode-mp3.ts';
import { encodeWav } from './encode-wav.ts';
import { m4a } from './mux.ts';
import { parts, recordings } from './recordings.ts';

let all: Awaited<ReturnType<typeof recordings>>;
beforeAll(async () => {
  all = await recordings();
});

const soundOf = async (bytes: Uint8Array, mime = 'audio/mpeg') => {
  const result = await readSound({ bytes, mime });
  if (!result.ok) throw new Error(`refused: ${result.code}`);
  return result.sound;
};

describe('what recorders make', { timeout: 60_000 }, () => {
  test('is heard, and its pauses are found to within 40 ms', async () => {
    expect(all.length).toBe(13);
    for (const { name, bytes, place, length } of all) {
      const sound = await soundOf(bytes);
      expect(sound.incomplete, name).toBe(false);
      expect(Math.abs(sound.seconds - 7), name).toBeLessThan(0.15);
      expect(Math.abs(sound.energies.length - sound.seconds * 50), name).toBeLessThanOrEqual(1);
      const { pauses, speakingSeconds } = describeSpeech(sound);
      const [first, second] = pauses.places;
      if (!first || !second || pauses.count !== 2) throw new Error(`${name}: ${pauses.count} pauses`);
      expect(Math.abs(first.at - 1.5), name).toBeLessThan(place);
      const off = [first.seconds - 1.2, second.seconds - 1.8, second.at - first.at - 2.7].map(Math.abs);
      expect(Math.max(...off), name).toBeLessThanOrEqual(length + 1e-9);
      expect(Math.abs(speakingSeconds - 4), name).toBeLessThan(0.2);
    }
  });

  test('has the loudness that was recorded', async () => {
    const samples = Float32Array.from({ length: 16_000 }, (_, i) => 0.5 * Math.sin((2 * Math.PI * 400 * i) / 16_000));
    for (const bytes of [encodeWav(samples, { sampleRate: 16_000, channels: 2 }), encodeMp3(samples, 16_000)]) {
      const { energies } = await soundOf(bytes);
      expect(energies[25]).toBeCloseTo(0.5 / Math.SQRT2, 1);
    }
  });

  test('is told by its bytes, whatever type it claims', async () => {
    const [webm] = all;
    const bytes = webm?.bytes ?? new Uint8Array();
    const [one, other] = await Promise.all(['video/mp4', 'text/plain'].map((mime) => soundOf(bytes, mime)));
    expect(one).toEqual(other);
  });

  test('goes on behind a recorder that was restarted', async () => {
    for (const name of ['WebM with Opus', 'MP3', 'Ogg with Opus', 'AAC']) {
      const bytes = all.find((one) => one.name === name)?.bytes ?? new Uint8Array();
      const { seconds } = await soundOf(Buffer.concat([bytes, bytes]));
      expect(Math.abs(seconds - 14), name).toBeLessThan(0.3);
    }
  });
});

describe('what is damaged', { timeout: 60_000 }, () => {
  test('is heard as far as it goes: cut at every tenth', async () => {
    for (const { name, bytes } of all.filter(({ name }) => name !== 'M4A')) {
      let heard = 0;
      for (let tenth = 1; tenth < 10; tenth += 1) {
        const result = await decodeSound(bytes.subarray(0, Math.floor((bytes.length * tenth) / 10)), soundLimits);
        const label = `${name} at ${tenth}0 %`;
        // An index at the front, or a header, may be all that is left of a small file.
        if (!result.ok) expect([result.code, tenth <= 4], label).toEqual(['unreadable', true]);
        else {
          expect(result.sound.seconds, label).toBeLessThan(7);
          expect(result.sound.seconds, label).toBeGreaterThanOrEqual(heard);
          heard = result.sound.seconds;
        }
      }
      expect(heard, name).toBeGreaterThan(5);
    }
  });

  test('says that it is incomplete where the container tells', async () => {
    for (const name of [
      'WAV',
      'WebM with Opus',
      'Ogg with Opus',
      'MP4 with Opus, in fragments',
      'M4A, index first',
      'AAC',
    ]) {
      const bytes = all.find((one) => one.name === name)?.bytes ?? new Uint8Array();
      const { incomplete } = await soundOf(bytes.subarray(0, Math.floor(bytes.length * 0.7) + 1));
      expect(incomplete, name).toBe(true);
    }
  });

  test('cannot be read without its index, which an M4A has at the end', async () => {
    const bytes = m4a(aacFrames(parts));
    const result = await readSound({ bytes: bytes.subarray(0, bytes.length * 0.9), mime: 'audio/mp4' });
    expect(result).toEqual({ ok: false, code: 'unreadable' });
  });
});

describe('what is no recording', () => {
  const text = (words: string) => new TextEncoder().encode(words.repeat(200));
  const cases: { name: string; bytes: Uint8Array; code: string }[] = [
    { name: 'nothing', bytes: new Uint8Array(), code: 'unreadable' },
    { name: 'a text', bytes: text('我们每周复盘一次。'), code: 'unsupported' },
    { name: 'a PDF', bytes: text('%PDF-1.7 '), code: 'unsupported' },
    { name: 'FLAC', bytes: text('fLaC\0\0\0\x22'), code: 'unsupported' },
    { name: 'a picture in RIFF', bytes: text('RIFF\0\0\0\0WEBP'), code: 'unsupported' },
    {
      name: 'Ogg with something else',
      bytes: Buffer.from(`OggS\0\x02${'\0'.repeat(20)}\x01\x07\x01vorbis`),
      code: 'unsupported',
    },
    { name: 'an MP4 of nothing', bytes: Buffer.from('\0\0\0\x10ftypisom\0\0\0\0'), code: 'unreadable' },
    {
      name: 'a WAV of a telephone',
      bytes: encodeWav(new Float32Array(99), { sampleRate: 8000 }).fill(6, 20, 21),
      code: 'unsupported',
    },
    { name: 'a WAV with no sound', bytes: encodeWav(new Float32Array(), { sampleRate: 8000 }), code: 'unreadable' },
    { name: 'a WAV at 1 Hz', bytes: encodeWav(new Float32Array(99), { sampleRate: 1 }), code: 'unreadable' },
  ];
  test.each(cases)('$name: $code', async ({ bytes, code }) => {
    expect(await readSound({ bytes, mime: 'audio/wav' })).toEqual({ ok: false, code });
  });
});

describe('limits', () => {
  test('a file of more bytes than allowed is not opened', async () => {
    const bytes = silentMp3({ seconds: 1 });
    const limits = { ...soundLimits, bytes: bytes.length - 1 };
    expect(await readSound({ bytes, mime: 'audio/mpeg' }, limits)).toEqual({ ok: false, code: 'too_large' });
  });

  test('ten minutes are not too long, eleven and a bit are', async () => {
    expect((await soundOf(silentMp3({ seconds: 600 }))).seconds).toBeCloseTo(600, 0);
    const result = await readSound({ bytes: silentMp3({ seconds: 670 }), mime: 'audio/mpeg' });
    expect(result).toEqual({ ok: false, code: 'too_long' });
  });

  test('a length that the header makes up changes nothing', async () => {
    const samples = new Float32Array(16_000);
    const { seconds, incomplete } = await soundOf(encodeWav(samples, { sampleRate: 16_000, claimedBytes: 0xfffffff0 }));
    expect({ seconds, incomplete }).toEqual({ seconds: 1, incomplete: true });
    const streamed = await soundOf(encodeWav(samples, { sampleRate: 16_000, claimedBytes: 0xffffffff }));
    expect(streamed).toMatchObject({ seconds: 1, incomplete: false });
  });

  test('a decoder that would go on for a minute is ended in the middle', async () => {
    const bytes = silentMp3({ bytes: 16 * 1024 * 1024 });
    const started = performance.now();
    const limits = { ...soundLimits, seconds: Number.POSITIVE_INFINITY, milliseconds: 1000 };
    expect(await readSound({ bytes, mime: 'audio/mpeg' }, limits)).toEqual({ ok: false, code: 'timed_out' });
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
