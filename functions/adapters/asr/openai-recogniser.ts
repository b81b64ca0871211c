import * as z from 'zod';
import { ok, refuse } from '#shared/result.ts';
import type { EndpointResult } from '../endpoint/endpoint-error.ts';
import { createEndpointPolicy, type EndpointLimits } from '../endpoint/endpoint-policy.ts';
import { failureOf, jsonOf, post, type Reply } from '../endpoint/post.ts';
import { type Audio, bareMime, failed, failureOfEndpoint, type Recognised, type Recogniser } from './recogniser.ts';

const replySchema = z.object({
  text: z.string(),
  segments: z.array(z.object({ start: z.number(), end: z.number(), avg_logprob: z.number() })).optional(),
  words: z.array(z.object({ word: z.string(), start: z.number(), end: z.number() })).optional(),
});

/** The endpoint goes by the file's name. */
const extensions: Record<string, string> = {
  'audio/mpeg': 'mp3',
  'audio/webm': 'webm',
  'video/webm': 'webm',
  'audio/mp4': 'm4a',
  'audio/x-m4a': 'm4a',
  'video/mp4': 'mp4',
  'audio/wav': 'wav',
  'audio/x-wav': 'wav',
  'audio/ogg': 'ogg',
  'audio/flac': 'flac',
};

/** Any server with OpenAI's `/audio/transcriptions`: Whisper, SenseVoice or Qwen behind vLLM, a local one. */
export function openAiRecogniser({
  baseUrl,
  apiKey,
  model,
  language = 'zh',
  maxBytes = 25_000_000,
  budgetMs = 45_000,
  limits,
  fetch,
}: {
  /** Up to and with the version, `https://api.openai.com/v1`. */
  baseUrl: string;
  apiKey: string;
  model: string;
  /** Where the recording does not say. */
  language?: string | undefined;
  maxBytes?: number;
  /** Milliseconds for one recording, all tries together. */
  budgetMs?: number;
  limits?: EndpointLimits;
  fetch?: typeof globalThis.fetch;
}): Recogniser {
  const policy = createEndpointPolicy({ timeoutMs: 30_000, concurrency: 4, ...limits });
  const url = `${baseUrl.replace(/\/$/, '')}/audio/transcriptions`;
  const headers = { authorization: `Bearer ${apiKey}` };
  /** Newer models give the words only. */
  let verbose = true;

  async function ask(audio: Audio, extension: string, signal: AbortSignal): Promise<EndpointResult<Reply>> {
    for (;;) {
      const withWords = verbose;
      const body = formOf(audio, { extension, model, language: audio.language ?? language, verbose: withWords });
      const reply = await post({ url, headers, body, signal, fetch });
      if (!reply.ok) return reply;
      if (withWords && refusesVerbose(reply.value)) {
        verbose = false;
        continue;
      }
      const failure = failureOf(reply.value);
      return failure ? refuse(failure) : ok(reply.value);
    }
  }

  return {
    name: `openai/${model}`,
    async recognise(audio) {
      const extension = extensions[bareMime(audio.mime)];
      if (extension === undefined) return failed('unsupported');
      if (audio.bytes.length > maxBytes) return failed('too_large');
      const reply = await policy((signal) => ask(audio, extension, signal), AbortSignal.timeout(budgetMs));
      return reply.ok ? recognisedOf(reply.value.text) : failureOfEndpoint(reply.error);
    },
  };
}

function formOf(
  { bytes, mime }: Audio,
  { extension, model, language, verbose }: { extension: string; model: string; language: string; verbose: boolean },
): FormData {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(bytes)], { type: bareMime(mime) }), `recording.${extension}`);
  form.append('model', model);
  // ISO 639-1: `zh-CN` is refused.
  form.append('language', language.split('-')[0] ?? language);
  form.append('response_format', verbose ? 'verbose_json' : 'json');
  if (verbose) {
    form.append('timestamp_granularities[]', 'segment');
    form.append('timestamp_granularities[]', 'word');
  }
  return form;
}

const refusesVerbose = ({ status, text }: Reply): boolean =>
  (status === 400 || status === 422) && /response_format|verbose_json|timestamp_granularities/i.test(text);

function recognisedOf(text: string): Recognised {
  const parsed = replySchema.safeParse(jsonOf(text));
  if (!parsed.success) return failed('unreadable');
  const { segments = [], words } = parsed.data;
  return {
    state: 'ready',
    text: parsed.data.text.trim(),
    confidence: confidenceOf(segments),
    ...(words && { words: words.map(({ word, ...times }) => ({ text: word, ...times })) }),
  };
}

/** The mean likelihood of a token, by time. */
function confidenceOf(segments: { start: number; end: number; avg_logprob: number }[]): number | null {
  const lengths = segments.map(({ start, end }) => Math.max(0, end - start));
  const all = lengths.reduce((sum, one) => sum + one, 0);
  if (all === 0) return null;
  const sum = segments.reduce((total, one, at) => total + Math.exp(one.avg_logprob) * (lengths[at] ?? 0), 0);
  return Math.min(1, sum / all);
}
