import * as z from 'zod';
import { ok, refuse } from '#shared/result.ts';
import type { EndpointError, EndpointResult } from '../endpoint/endpoint-error.ts';
import { createEndpointPolicy, type EndpointLimits } from '../endpoint/endpoint-policy.ts';
import { failureOf, jsonOf, post } from '../endpoint/post.ts';
import { tc3Authorization } from '../sms/tc3-sign.ts';
import type { Clock } from '../vendor/exchange.ts';
import { type Audio, bareMime, failed, failureOfEndpoint, type Recogniser, type Word } from './recogniser.ts';
import { type Cut, type ShortPiece, shortPieces } from './short-pieces.ts';

/** Of one call; a little less than Tencent's 60 s and 3 MB. */
const most = { seconds: 58, bytes: 3_000_000 };
/** webm is not among the formats. */
const formats: Record<string, string> = {
  'audio/mpeg': 'mp3',
  'audio/wav': 'wav',
  'audio/x-wav': 'wav',
  'audio/mp4': 'm4a',
  'audio/x-m4a': 'm4a',
  'audio/aac': 'aac',
  'audio/ogg': 'ogg-opus',
  'audio/amr': 'amr',
};

type Ready = { text: string; words: Word[] };

const replySchema = z.object({
  Response: z.union([
    z.object({ Error: z.object({ Code: z.string() }) }),
    z.object({
      Result: z.string(),
      WordList: z.array(z.object({ Word: z.string(), StartTime: z.number(), EndTime: z.number() })).nullish(),
    }),
  ]),
});

const contentType = 'application/json; charset=utf-8';

/**
 * Tencent Cloud's SentenceRecognition (2019-06-14): short audio, no confidence. What is too long is cut, what is in a container
 * that Tencent does not read (WebM, a video) is taken out of it.
 */
export function tencentRecogniser({
  endpoint,
  secretId,
  secretKey,
  engine = '16k_zh',
  clock,
  cut = shortPieces,
  budgetMs = 45_000,
  limits,
  fetch,
}: {
  /** `https://asr.tencentcloudapi.com` */
  endpoint: string;
  secretId: string;
  secretKey: string;
  /** Tencent's name of language and rate. */
  engine?: string | undefined;
  clock: Clock;
  cut?: Cut;
  budgetMs?: number;
  limits?: EndpointLimits;
  fetch?: typeof globalThis.fetch;
}): Recogniser {
  const policy = createEndpointPolicy({ concurrency: 4, ...limits });
  const { host, href } = new URL(endpoint);

  async function ask({ bytes, mime, from }: ShortPiece, signal: AbortSignal): Promise<EndpointResult<Ready>> {
    const body = JSON.stringify({
      EngSerViceType: engine,
      SourceType: 1,
      VoiceFormat: formats[mime],
      Data: Buffer.from(bytes).toString('base64'),
      DataLen: bytes.length,
      WordInfo: 1,
      ConvertNumMode: 1,
      // Fillers and all: what was said is what is judged.
      FilterModal: 0,
    });
    const timestamp = Math.floor(clock.now().getTime() / 1000);
    const action = 'SentenceRecognition';
    const signing = { secretId, secretKey, service: 'asr', host, action, timestamp, contentType, body };
    const headers = {
      'Content-Type': contentType,
      Authorization: tc3Authorization(signing),
      'X-TC-Action': action,
      'X-TC-Version': '2019-06-14',
      'X-TC-Timestamp': String(timestamp),
    };
    const reply = await post({ url: href, headers, body, signal, fetch });
    if (!reply.ok) return reply;
    const failure = failureOf(reply.value);
    return failure ? refuse(failure) : readReply(reply.value.text, from);
  }

  return {
    name: `tencent/${engine}`,
    async recognise(audio) {
      const mime = bareMime(audio.mime);
      const fits = audio.seconds <= most.seconds && audio.bytes.length <= most.bytes && formats[mime] !== undefined;
      const pieces = fits ? [{ ...audio, mime, from: 0 }] : await cut(audio, most);
      if (!pieces?.length) return failed(reasonOf(audio, mime));
      const budget = AbortSignal.timeout(budgetMs);
      const heard = await Promise.all(pieces.map((piece) => policy((signal) => ask(piece, signal), budget)));
      const ready: Ready[] = [];
      for (const one of heard) {
        if (!one.ok) return one.error.cause === unreadable ? failed('unreadable') : failureOfEndpoint(one.error);
        ready.push(one.value);
      }
      const words = ready.flatMap((one) => one.words);
      const text = ready.map((one) => one.text.trim()).join('');
      return { state: 'ready', text, confidence: null, ...(words.length > 0 && { words }) };
    },
  };
}

function reasonOf({ seconds, bytes }: Audio, mime: string) {
  if (formats[mime] === undefined) return 'unsupported';
  if (seconds > most.seconds) return 'too_long';
  return bytes.length > most.bytes ? 'too_large' : 'unsupported';
}

const unreadable = 'unreadable reply';

function readReply(text: string, from: number): EndpointResult<Ready> {
  const parsed = replySchema.safeParse(jsonOf(text));
  if (!parsed.success) return refuse({ kind: 'refused', cause: unreadable });
  const { Response: said } = parsed.data;
  if ('Error' in said) return refuse(errorOfCode(said.Error.Code));
  const words = (said.WordList ?? []).map(({ Word: word, StartTime, EndTime }) => ({
    text: word,
    start: from + StartTime / 1000,
    end: from + EndTime / 1000,
  }));
  return ok({ text: said.Result, words });
}

/** `InternalError.FailAccessRedis` and its kin pass; `RequestLimitExceeded` too; a wrong key or no money does not. */
function errorOfCode(code: string): EndpointError {
  if (code.startsWith('RequestLimitExceeded') || code.startsWith('LimitExceeded')) {
    return { kind: 'limited', cause: code };
  }
  return { kind: code.startsWith('InternalError') ? 'unavailable' : 'refused', cause: code };
}
