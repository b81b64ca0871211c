import type { TokenStore } from '#functions/adapters/vendor/access-token.ts';

export function createMemoryTokens(): TokenStore & { held: Map<string, { token: string; expiresAt: Date }> } {
  const held = new Map<string, { token: string; expiresAt: Date }>();
  const claimed = new Set<string>();
  return {
    held,
    get: async (key) => held.get(key),
    put: async (key, token, expiresAt) => {
      claimed.delete(key);
      held.set(key, { token, expiresAt });
    },
    claim: async (key) => !claimed.has(key) && claimed.add(key).size > 0,
    release: async (key) => void claimed.delete(key),
  };
}
