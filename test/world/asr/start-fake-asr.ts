import type { Clock } from '#functions/adapters/vendor/exchange.ts';
import { listen } from '../provider/loopback.ts';
import { createAsr } from './asr.ts';
import type { Heard } from './heard.ts';

const systemClock: Clock = { now: () => new Date() };

/** A fake recogniser on a free loopback port, for tests. */
export async function startFakeAsr({
  clock = systemClock,
  ...options
}: {
  clock?: Clock;
  otherwise?: Heard;
  looksNeeded?: number;
  retryAfterSeconds?: number;
  slowMs?: number;
} = {}) {
  const apiKey = 'world-asr-key';
  const tencent = { secretId: 'world-asr-id', secretKey: 'world-asr-secret-key' };
  const objects = new Map<string, string>();
  const putObject = (key: string, body: string) => void objects.set(key, body);
  const { handle, ...asr } = createAsr({ base: '/world/asr', clock, apiKey, tencent, putObject, ...options });
  const server = await listen(handle);
  return {
    ...asr,
    /** For `openAiRecogniser`. */
    baseUrl: `${server.origin}/world/asr/v1`,
    /** For `tencentRecogniser` and `transcribeRecogniser`. */
    endpoint: `${server.origin}/world/asr`,
    apiKey,
    tencent,
    clock,
    /** Where Transcribe left its results. */
    objects,
    /** How many requests came, answered or not. */
    requests: () => server.calls.length,
    stop: server.close,
  };
}
