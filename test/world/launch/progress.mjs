/** A failure with a sentence for the person at the terminal; anything else is a defect and shows its stack. */
export class LaunchError extends Error {}

/**
 * One line on stderr that keeps saying what is going on: rewritten each second on a terminal, a new line every 20 s elsewhere.
 * `describe()` gives the words; call the returned function to end it.
 */
export function progressLine(describe) {
  const started = Date.now();
  const terminal = process.stderr.isTTY;
  const draw = () => {
    const text = `${describe()} · ${Math.round((Date.now() - started) / 1000)} s`;
    process.stderr.write(terminal ? `\r\x1b[2K${text.slice(0, (process.stderr.columns || 80) - 1)}` : `${text}\n`);
  };
  draw();
  const timer = setInterval(draw, terminal ? 1000 : 20_000);
  return () => {
    clearInterval(timer);
    draw();
    if (terminal) process.stderr.write('\n');
  };
}
