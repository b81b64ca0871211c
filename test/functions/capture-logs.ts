/** Keeps the functions' log lines instead of showing them. Powertools writes to the process's own streams. */
export function captureLogs() {
  const lines: string[] = [];
  const streams = [process.stdout, process.stderr];
  const originals = streams.map((stream) => stream.write);
  for (const [i, stream] of streams.entries()) {
    const pass = originals[i]?.bind(stream) as (...given: unknown[]) => boolean;
    stream.write = ((chunk: string | Uint8Array, ...rest: unknown[]) => {
      const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
      if (!text.startsWith('{"level":')) return pass(chunk, ...rest);
      lines.push(text);
      return true;
    }) as typeof stream.write;
  }
  return {
    lines,
    release() {
      for (const [i, stream] of streams.entries()) stream.write = originals[i] ?? stream.write;
    },
  };
}
