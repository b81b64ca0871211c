import type { TestWorld } from '#test/functions/journeys/test-world.ts';

/** Everything this process writes to its streams, and every address it asks, while somebody listens. */
export function listen() {
  const lines: string[] = [];
  const urls: string[] = [];
  const originals = [process.stdout, process.stderr].map((stream) => {
    const write = stream.write;
    stream.write = ((chunk: string | Uint8Array, ...rest: unknown[]) => {
      lines.push(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8'));
      return (write as (...given: unknown[]) => boolean).call(stream, chunk, ...rest);
    }) as typeof stream.write;
    return () => {
      stream.write = write;
    };
  });
  const real = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    urls.push(input instanceof Request ? input.url : String(input));
    return real(input, init);
  };
  return {
    lines,
    urls,
    stop() {
      for (const back of originals) back();
      globalThis.fetch = real;
    },
  };
}

/** By its way, `wecom.callback.token`, each value of the configuration that opens something. */
export function secretsOf(config: TestWorld['config']): Map<string, string> {
  const opening = /(key|secret|token|password|smtpurl)$/i;
  const found = new Map<string, string>();
  const walk = (value: unknown, way: string): void => {
    if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) walk(inner, `${way}.${key}`);
    else if (typeof value === 'string' && value !== '' && opening.test(way)) found.set(way.slice(1), value);
  };
  walk(config, '');
  return found;
}

/** What of the needles stands in the texts: `name in "…text…"`, each pair once, the needle itself left out. */
export function foundIn(texts: Iterable<string>, needles: ReadonlyMap<string, string>): string[] {
  const found = new Set<string>();
  for (const text of texts)
    for (const [name, needle] of needles) {
      const at = text.indexOf(needle);
      if (needle !== '' && at >= 0) found.add(`${name} in ${text.slice(Math.max(0, at - 60), at)}…`);
    }
  return [...found];
}
