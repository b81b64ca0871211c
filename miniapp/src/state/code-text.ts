const step = '  ';

type Changed = { text: string; at: number };

/** The Tab key: two blanks at the cursor; of several lines, each is moved in. */
export function indented(text: string, from: number, to: number): Changed {
  const chosen = text.slice(from, to);
  if (!chosen.includes('\n')) return { text: text.slice(0, from) + step + text.slice(to), at: from + step.length };
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const moved = text
    .slice(start, to)
    .split('\n')
    .map((line) => (line === '' ? line : step + line))
    .join('\n');
  return { text: text.slice(0, start) + moved + text.slice(to), at: start + moved.length };
}

/** A new line begins where the one before it began; one further in after an opening bracket or a colon. */
export function newLineIndented(text: string, from: number, to: number): Changed {
  const line = text.slice(text.lastIndexOf('\n', from - 1) + 1, from);
  const margin = /^[ \t]*/.exec(line)?.[0] ?? '';
  const deeper = /[{([:]\s*$/.test(line) ? step : '';
  const added = `\n${margin}${deeper}`;
  return { text: text.slice(0, from) + added + text.slice(to), at: from + added.length };
}
