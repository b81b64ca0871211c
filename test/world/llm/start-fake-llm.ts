import { listen } from '../provider/loopback.ts';
import { createLlm } from './llm.ts';

/** A fake model on a free loopback port, for tests. */
export async function startFakeLlm(options: { retryAfterSeconds?: number; slowMs?: number } = {}) {
  const apiKey = 'world-llm-key';
  const llm = createLlm({ base: '/world/llm', apiKey, ...options });
  const server = await listen(llm.handle);
  return {
    /** For `openAiComplete`. */
    baseUrl: `${server.origin}/world/llm/v1`,
    /** For `bedrockComplete`. */
    bedrockEndpoint: `${server.origin}/world/llm`,
    apiKey,
    faults: llm.faults,
    calls: llm.calls,
    /** How many requests came, answered or not. */
    requests: () => server.calls.length,
    stop: server.close,
  };
}
