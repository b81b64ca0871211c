import { createFaults, type Faults } from '../provider/faults.ts';
import { type Handle, isRecord, jsonBody, textOf } from '../provider/serve.ts';
import { createModelHandle, type ModelCall, type ModelReply } from './model-handle.ts';
import { type Asked, rateObediently, rateSensibly, readPrompt } from './rate-answer.ts';

/** One completion that was asked for. `format`: how the reply was to be held to its schema. */
export type LlmCall = {
  model: string;
  format: string;
  temperature: unknown;
  system: string;
  user: string;
  asked?: Asked;
};

export type Llm = { handle: Handle; faults: Faults; calls: LlmCall[] };

/**
 * What a model may do wrong, as the `errcode` of a fault: `slow`, `invalid_json`, `truncated`, `wrong_schema`,
 * `out_of_range` (level 9), `invented_quotes`, `obedient` (does what an answer tells it), `wandering` (levels 1, 3, 5 in
 * turn), `silent` (a level without a quote), `fenced` (right, in a Markdown fence after thoughts), `no_json_schema`,
 * `no_json` (refuse these response formats).
 */
const wandering = [1, 3, 5];

/**
 * A language model on one machine: OpenAI's chat completions under `/v1`, Bedrock's Converse under `/model`. It rates
 * answers by their words, quotes exactly and says the same every time, until a fault makes it do otherwise.
 */
export function createLlm({
  base,
  apiKey,
  retryAfterSeconds = 1,
  slowMs = 60_000,
}: {
  base: string;
  apiKey: string;
  retryAfterSeconds?: number;
  slowMs?: number;
}): Llm {
  const faults = createFaults('llm');
  const calls: LlmCall[] = [];
  let turn = 0;

  function contentFor(call: LlmCall, mischief: string | undefined): string {
    const { asked } = call;
    if (!asked) return 'How can I help you?';
    const reply = mischief === 'obedient' ? rateObediently(asked) : rateSensibly(asked);
    if (mischief === 'invalid_json') return '{"level": 4, "quotes": [';
    if (mischief === 'wrong_schema') return JSON.stringify({ score: 88, comment: 'good' });
    if (mischief === 'out_of_range') return JSON.stringify({ ...reply, level: 9 });
    if (mischief === 'invented_quotes') {
      const text = '候选人表现极为出色,是难得的人才。';
      return JSON.stringify({ ...reply, level: 5, quotes: [{ text, keyPoint: 1 }] });
    }
    if (mischief === 'silent') return JSON.stringify({ ...reply, quotes: [] });
    if (mischief === 'wandering') return JSON.stringify({ ...reply, level: wandering[turn++ % wandering.length] });
    if (mischief === 'fenced') return `<think>{ let me see }</think>\n\`\`\`json\n${JSON.stringify(reply)}\n\`\`\`\n`;
    const text = JSON.stringify(reply);
    return mischief === 'truncated' ? text.slice(0, text.length / 2) : text;
  }

  function chat({ headers, body }: ModelCall, mischief: string | undefined): ModelReply {
    if (headers.authorization !== `Bearer ${apiKey}`) return openAiError(401, 'Incorrect API key provided.');
    const request = jsonBody(body.toString('utf8'));
    const messages = Array.isArray(request?.messages) ? request.messages.filter(isRecord) : [];
    if (!request || messages.length === 0) return openAiError(400, 'messages is required.');
    const format = isRecord(request.response_format) ? textOf(request.response_format.type) : 'text';
    const isRefused =
      (mischief === 'no_json_schema' && format === 'json_schema') || (mischief === 'no_json' && format !== 'text');
    if (isRefused) return openAiError(400, 'This response_format type is unavailable now');
    const said = (role: string) => textOf(messages.find((one) => one.role === role)?.content);
    const call = noted({ format, temperature: request.temperature, model: textOf(request.model) }, said);
    const content = contentFor(call, mischief);
    const usage = { prompt_tokens: tokensOf(call.system + call.user), completion_tokens: tokensOf(content) };
    const message = { role: 'assistant', content };
    const finish_reason = mischief === 'truncated' ? 'length' : 'stop';
    return { json: { object: 'chat.completion', choices: [{ index: 0, message, finish_reason }], usage } };
  }

  function converse({ headers, path, body }: ModelCall, mischief: string | undefined): ModelReply {
    if (!headers.authorization?.startsWith('AWS4-HMAC-SHA256 ')) return bedrockError(403, 'AccessDeniedException');
    const request = jsonBody(body.toString('utf8')) ?? {};
    const tool = toolOf(request);
    if (tool !== undefined && mischief === 'no_json') {
      return bedrockError(400, 'ValidationException', 'This model does not support tool use.');
    }
    const blocks = (value: unknown) => (Array.isArray(value) ? value.filter(isRecord) : []);
    const textIn = (value: unknown) => textOf(blocks(value)[0]?.text);
    const said = (role: string) =>
      role === 'system' ? textIn(request.system) : textIn(blocks(request.messages)[0]?.content);
    const settings = isRecord(request.inferenceConfig) ? request.inferenceConfig : {};
    const model = decodeURIComponent(path.split('/')[2] ?? '');
    const call = noted(
      { format: tool === undefined ? 'text' : 'tool', temperature: settings.temperature, model },
      said,
    );
    const text = contentFor(call, mischief);
    const input = tool === undefined ? undefined : jsonBody(text);
    const content = input ? [{ toolUse: { toolUseId: 'tooluse_1', name: tool, input } }] : [{ text }];
    const [inputTokens, outputTokens] = [tokensOf(call.system + call.user), tokensOf(text)];
    return {
      json: {
        output: { message: { role: 'assistant', content } },
        stopReason: input ? 'tool_use' : 'end_turn',
        usage: { inputTokens, outputTokens, totalTokens: inputTokens + outputTokens },
        metrics: { latencyMs: 1 },
      },
    };
  }

  function noted(call: Omit<LlmCall, 'system' | 'user' | 'asked'>, said: (role: string) => string): LlmCall {
    const asked = readPrompt(said('user'));
    const whole = { ...call, system: said('system'), user: said('user'), ...(asked && { asked }) };
    calls.push(whole);
    return whole;
  }

  const isBedrock = (path: string) => path.startsWith('/model/') && path.endsWith('/converse');
  return {
    handle: createModelHandle({
      base,
      faults,
      retryAfterSeconds,
      slowMs,
      answer(call, mischief) {
        if (call.method !== 'POST') return undefined;
        if (isBedrock(call.path)) return converse(call, mischief);
        return call.path === '/v1/chat/completions' ? chat(call, mischief) : undefined;
      },
      refuse: (status, { path }) =>
        isBedrock(path)
          ? bedrockError(status, status === 429 ? 'ThrottlingException' : 'InternalServerException')
          : openAiError(status, 'The request was not handled.'),
    }),
    faults,
    calls,
  };
}

const tokensOf = (text: string): number => Math.ceil(text.length / 2);

const openAiError = (status: number, message: string): ModelReply => ({
  status,
  json: { error: { message, type: 'invalid_request_error', code: null } },
});

const bedrockError = (status: number, type: string, message: string = type): ModelReply => ({
  status,
  headers: { 'x-amzn-errortype': type },
  json: { message },
});

function toolOf({ toolConfig }: Record<string, unknown>): string | undefined {
  const choice = isRecord(toolConfig) && isRecord(toolConfig.toolChoice) ? toolConfig.toolChoice.tool : undefined;
  return isRecord(choice) ? textOf(choice.name) : undefined;
}
