import type { Check } from './check.ts';
import { scanSources } from './sources.ts';

const limit = 250;

/** Warns of long files: above 250 lines, ask why. */
export function lengthCheck(root: string): Check {
  return {
    name: 'file length',
    run: async () => {
      const { problems } = await scanSources(root, /\.([cm]?[jt]sx?|s?css)$/, (file, source) => {
        const lines = source.split('\n').length;
        return lines > limit ? [`${file} has ${lines} lines`] : [];
      });
      return { problems: [], warnings: problems };
    },
  };
}
