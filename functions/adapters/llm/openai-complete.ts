import * as z from 'zod';
import { ok, refuse } from '#shared/result.ts';
import { failureOf, jsonOf, post, type Reply } from '../endpoint/post.ts';
import type { Complete, CompletionRequest } from './complete.ts';

const replySchema = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string().nullish() }) })).min(1),
  usage: z.object({ prompt_tokens: z.number().default(0), completion_tokens: z.number().default(0) }).nullish(),
});

/** Servers know all three, two or none of these (DeepSeek has no json_schema, LM Studio no json_object). */
const formats = ['json_schema', 'json_object', 'text'] as const;
type Format = (typeof formats)[number];

/** Any server that speaks OpenAI's chat completions: DeepSeek, Qwen, Hunyuan, vLLM, Ollama. Remembers what it refuses. */
export function openAiComplete({
  baseUrl,
  apiKey,
  model,
  extra = {},
  fetch,
}: {
  /** Up to and with the version, `https://api.deepseek.com/v1`. */
  baseUrl: string;
  apiKey: string;
  model: string;
  /** Fields some server wants besides, `{ enable_thinking: false }`. */
  extra?: Record<string, unknown> | undefined;
  fetch?: typeof globalThis.fetch;
}): Complete {
  const url = `${baseUrl.replace(/\/$/, '')}/chat/completions`;
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${apiKey}` };
  let format: Format = 'json_schema';

  return async (request) => {
    for (;;) {
      const asked = format;
      const body = JSON.stringify({ ...bodyOf(request, model, asked), ...extra });
      const reply = await post({ url, headers, body, signal: request.signal, fetch });
      if (!reply.ok) return reply;
      const next = formats[formats.indexOf(asked) + 1];
      if (next !== undefined && refusesFormat(reply.value)) {
        format = next;
        continue;
      }
      const failure = failureOf(reply.value);
      if (failure) return refuse(failure);
      return readReply(reply.value.text);
    }
  };
}

function bodyOf({ system, user, schema, temperature, maxTokens }: CompletionRequest, model: string, format: Format) {
  const schemaFormat = { type: format, json_schema: { ...schema, strict: true } };
  return {
    model,
    messages: [
      { role: 'system', content: system },
      { role: 'user', content: user },
    ],
    temperature,
    max_tokens: maxTokens,
    stream: false,
    ...(format !== 'text' && { response_format: format === 'json_schema' ? schemaFormat : { type: format } }),
  };
}

const refusesFormat = ({ status, text }: Reply): boolean =>
  (status === 400 || status === 422) && /response_format|json_schema|json_object|structured.?output/i.test(text);

function readReply(text: string): Awaited<ReturnType<Complete>> {
  const parsed = replySchema.safeParse(jsonOf(text));
  // Something answered that is no chat completion: a gateway's page, a wrong base URL.
  if (!parsed.success) return refuse({ kind: 'unavailable', cause: 'unreadable reply' });
  const { choices, usage } = parsed.data;
  return ok({
    text: choices[0]?.message.content ?? '',
    inputTokens: usage?.prompt_tokens ?? 0,
    outputTokens: usage?.completion_tokens ?? 0,
  });
}
