import { randomUUID } from 'node:crypto';
import { tc3Authorization } from '#functions/adapters/sms/tc3-sign.ts';
import type { Clock } from '#functions/adapters/vendor/exchange.ts';
import { createModelHandle, type ModelCall, type ModelReply } from '../llm/model-handle.ts';
import { createFaults, type Faults } from '../provider/faults.ts';
import { type Handle, jsonBody, textOf } from '../provider/serve.ts';
import { createHearing, type Heard } from './heard.ts';
import { awsError, createTranscribeJobs } from './transcribe-jobs.ts';

/** One recording that was sent, or for Transcribe the job that was asked for. */
export type AsrCall = { api: string; bytes: number; format: string; language: string };

export type Asr = Omit<ReturnType<typeof createHearing>, 'heardIn' | 'heardAt'> & {
  handle: Handle;
  faults: Faults;
  calls: AsrCall[];
  /** Names of Transcribe's jobs. */
  jobs(): string[];
};

const tencentFormats = ['wav', 'pcm', 'ogg-opus', 'speex', 'silk', 'mp3', 'm4a', 'aac', 'amr'];
const unsure = 0.3;

/**
 * Speech recognition on one machine: OpenAI's `/v1/audio/transcriptions`, Tencent's SentenceRecognition and Amazon
 * Transcribe at `/`. Nothing is listened to: a recording says what was arranged. Mischief, as the `errcode` of a fault:
 * `slow`, `unsure` (low confidence), `garbage` (no transcript), `no_verbose` (only plain JSON), `fails` (the job), or for
 * Tencent one of its codes.
 */
export function createAsr({
  base,
  clock,
  apiKey,
  tencent,
  otherwise = { text: '我先了解客户的顾虑,再给出方案,最后约定下一步的时间。' },
  putObject = () => {},
  looksNeeded = 1,
  retryAfterSeconds = 1,
  slowMs = 60_000,
}: {
  base: string;
  clock: Clock;
  apiKey: string;
  tencent: { secretId: string; secretKey: string };
  otherwise?: Heard;
  /** Where Transcribe leaves its results. */
  putObject?: (key: string, body: string) => void | Promise<void>;
  /** How often a job is in progress before it is done. */
  looksNeeded?: number;
  retryAfterSeconds?: number;
  slowMs?: number;
}): Asr {
  const faults = createFaults('asr');
  const { heardIn, heardAt, ...hearing } = createHearing(otherwise);
  const calls: AsrCall[] = [];
  const sure = (heard: Heard, mischief: string | undefined) =>
    mischief === 'unsure' ? { ...heard, confidence: unsure } : heard;
  const jobs = createTranscribeJobs({ heardAt, putObject, looksNeeded });

  async function transcription({ headers, body }: ModelCall, mischief?: string): Promise<ModelReply> {
    if (headers.authorization !== `Bearer ${apiKey}`) return openAiError(401, 'Incorrect API key provided.');
    const form = await new Response(new Uint8Array(body), {
      headers: { 'content-type': headers['content-type'] ?? '' },
    }).formData();
    const file = form.get('file');
    const format = String(form.get('response_format') ?? 'json');
    if (!(file instanceof File) || !form.get('model')) return openAiError(400, 'file and model are required.');
    if (mischief === 'no_verbose' && format !== 'json') {
      return openAiError(400, "response_format 'verbose_json' is not compatible with this model.");
    }
    if (mischief === 'garbage') return { json: { ok: true } };
    const bytes = new Uint8Array(await file.arrayBuffer());
    const language = String(form.get('language') ?? '');
    calls.push({ api: 'audio/transcriptions', bytes: bytes.length, format: file.name, language });
    const { text, confidence = 0.9 } = sure(heardIn(bytes), mischief);
    if (format === 'json') return { json: { text } };
    const end = [...text].length / 4;
    const segments = text === '' ? [] : [{ id: 0, start: 0, end, text, avg_logprob: Math.log(confidence) }];
    const words = [...text].map((word, at) => ({ word, start: at / 4, end: (at + 1) / 4 }));
    return { json: { task: 'transcribe', language, duration: end, text, segments, words } };
  }

  function sentence({ headers, body }: ModelCall, mischief?: string): ModelReply {
    const header = (name: string) => String(headers[name] ?? '');
    const text = body.toString('utf8');
    const request = jsonBody(text) ?? {};
    const timestamp = Number(header('x-tc-timestamp'));
    if (Math.abs(clock.now().getTime() / 1000 - timestamp) > 300) return tencentError('AuthFailure.SignatureExpire');
    const signing = { ...tencent, service: 'asr', host: header('host'), action: header('x-tc-action'), timestamp };
    const expected = tc3Authorization({ ...signing, contentType: header('content-type'), body: text });
    if (header('authorization') !== expected) return tencentError('AuthFailure.SignatureFailure');
    if (header('x-tc-version') !== '2019-06-14') return tencentError('NoSuchVersion');
    const bytes = Buffer.from(textOf(request.Data), 'base64');
    const format = textOf(request.VoiceFormat);
    if (bytes.length !== request.DataLen) return tencentError('InvalidParameterValue.ErrorInvalidDataLen');
    if (bytes.length > 3 * 1024 * 1024) return tencentError('InvalidParameterValue.ErrorVoicedataTooLong');
    if (!tencentFormats.includes(format)) return tencentError('InvalidParameterValue.ErrorInvalidVoiceFormat');
    if (mischief === 'garbage') return { json: { Response: {} } };
    if (mischief !== undefined && mischief !== 'slow') return tencentError(mischief);
    calls.push({ api: 'SentenceRecognition', bytes: bytes.length, format, language: textOf(request.EngSerViceType) });
    const heard = heardIn(bytes).text;
    const WordList = [...heard].map((Word, at) => ({ Word, StartTime: at * 250, EndTime: at * 250 + 250 }));
    const AudioDuration = WordList.length * 250;
    return {
      json: {
        Response: { Result: heard, AudioDuration, WordSize: WordList.length, WordList, RequestId: randomUUID() },
      },
    };
  }

  function transcribe({ headers, body }: ModelCall, mischief?: string): ModelReply | Promise<ModelReply> {
    if (!headers.authorization?.startsWith('AWS4-HMAC-SHA256 ')) return awsError('AccessDeniedException', 'no', 403);
    const request = jsonBody(body.toString('utf8')) ?? {};
    if (amzApi(headers) === 'StartTranscriptionJob') {
      const format = textOf(request.MediaFormat);
      calls.push({ api: 'StartTranscriptionJob', bytes: 0, format, language: textOf(request.LanguageCode) });
      return jobs.start(request, mischief === 'fails');
    }
    return jobs.look(request, (heard) => sure(heard, mischief));
  }

  return {
    ...hearing,
    handle: createModelHandle({
      base,
      faults,
      retryAfterSeconds,
      slowMs,
      apiOf: ({ headers, path }) => textOf(headers['x-tc-action']) || amzApi(headers) || path,
      answer(call, mischief) {
        if (call.method !== 'POST') return undefined;
        if (call.path === '/v1/audio/transcriptions') return transcription(call, mischief);
        if (call.headers['x-amz-target']) return transcribe(call, mischief);
        return call.headers['x-tc-action'] === 'SentenceRecognition' ? sentence(call, mischief) : undefined;
      },
      refuse: (status, { headers }) =>
        headers['x-amz-target']
          ? awsError(status === 429 ? 'LimitExceededException' : 'InternalFailureException', 'no', status)
          : openAiError(status, 'The request was not handled.'),
    }),
    faults,
    calls,
    jobs: jobs.started,
  };
}

const amzApi = (headers: ModelCall['headers']): string => textOf(headers['x-amz-target']).split('.').at(-1) ?? '';

const openAiError = (status: number, message: string): ModelReply => ({ status, json: { error: { message } } });

/** An error of Tencent's: HTTP 200 all the same. */
const tencentError = (Code: string): ModelReply => ({
  json: { Response: { Error: { Code, Message: Code }, RequestId: randomUUID() } },
});
