const longest = 40;
const most = 16;
const han = /\p{Script=Han}/u;

/** As names are compared: one width, one case, single spaces. */
export const foldName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[#\s]+/g, ' ')
    .trim()
    .slice(0, longest);

/**
 * What of a name one may begin to type: the whole, every later word, and in Chinese, where a few characters are a name and
 * no space parts them, from any character on.
 */
export function nameParts(name: string): string[] {
  const folded = foldName(name);
  const characters = [...folded];
  const parts = characters.flatMap((character, i) => {
    const before = characters[i - 1];
    const begins = before === undefined || before === ' ' || han.test(character);
    return begins && character !== ' ' ? [characters.slice(i).join('')] : [];
  });
  return [...new Set(parts)].slice(0, most);
}
