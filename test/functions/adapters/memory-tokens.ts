import type { TokenStore } from '#functions/adapters/vendor/access-token.ts';

export function createMemoryTokens(): TokenStore & { held: Map<string, { token: string; expiresAt: Date }> } {
  const held = new Map<string, { token: string; expiresAt: Date }>();
  return {
    held,
    get: async (key) => held.get(key),
    put: async (key, token, expiresAt) => {
      held.set(key, { token, expiresAt });
    },
  };
}
