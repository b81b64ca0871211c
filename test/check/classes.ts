import { join } from 'node:path';
import postcss from 'postcss';
import { compile } from 'sass';
import type { Check } from './check.ts';
import { listFiles } from './tool.ts';

/** What a style sheet says of every class that it speaks of by its name alone. */
function classesOf(css: string): Map<string, string> {
  const says = new Map<string, string>();
  postcss.parse(css).walkRules((rule) => {
    if (rule.parent?.type === 'atrule') return;
    const own = rule.nodes.filter(({ type }) => type === 'decl').map(String);
    for (const selector of rule.selectors) {
      if (!/^\.[\w-]+$/.test(selector)) continue;
      says.set(selector, [says.get(selector) ?? '', ...own].join('\n'));
    }
  });
  return says;
}

/** Classes of which several style sheets say different things. */
export function contestedClasses(sheets: ReadonlyMap<string, string>): string[] {
  const saidBy = new Map<string, Map<string, string>>();
  for (const [file, css] of sheets)
    for (const [name, says] of classesOf(css)) saidBy.set(name, (saidBy.get(name) ?? new Map()).set(file, says));
  return [...saidBy]
    .filter(([, by]) => new Set(by.values()).size > 1)
    .map(([name, by]) => `${name} means different things in ${[...by.keys()].join(', ')}`);
}

/** In a browser the styles of every page that was opened apply to all: a name means one thing, whoever came first. */
export function classCheck(root: string): Check {
  return {
    name: 'classes',
    async run() {
      const files = (await listFiles(root)).filter((file) => /^miniapp\/src\/.*\.scss$/.test(file));
      const sheets = new Map(files.map((file) => [file, compile(join(root, file)).css]));
      return { problems: contestedClasses(sheets) };
    },
  };
}
