import ts from 'typescript';
import type { Check } from './check.ts';
import { scanSources } from './sources.ts';

/** shared/ is pure: no clock, no randomness, no environment, no network. Time and ids come in as arguments. */
export function purityCheck(root: string): Check {
  return {
    name: 'shared is pure',
    run: () =>
      scanSources(root, /^shared\/.*\.ts$/, (file, source) =>
        file.endsWith('.test.ts') ? [] : findImpurities(file, source),
      ),
  };
}

const calls =
  /^(Date\.now|Math\.random|performance\.now|crypto\.\w+|Temporal\.Now\..*|fetch|setTimeout|setInterval|queueMicrotask)$/;
const names = /^(process|globalThis|localStorage|window)$/;

/** Reads of the clock, chance and surroundings: `file:line  text`. `new Date(x)` is fine, `new Date()` is not. */
export function findImpurities(file: string, source: string): string[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node) => {
    const bareDate = ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length;
    const dateCall = ts.isCallExpression(node) && node.expression.getText() === 'Date';
    const impureCall = ts.isCallExpression(node) && calls.test(node.expression.getText());
    const surroundings = ts.isPropertyAccessExpression(node) && names.test(node.expression.getText());
    if (bareDate || dateCall || impureCall || surroundings) {
      found.push(`${file}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}  ${node.getText()}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}
