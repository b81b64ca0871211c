import ts from 'typescript';
import type { Check } from './check.ts';
import { scanSources } from './sources.ts';

const allowed = [
  /^shared\/copy\//,
  /^shared\/evaluation\/lexicon/,
  /^miniapp\/src\/.*\.config\.ts$/,
  /\.test\.tsx?$/,
  /\/seeds?\//,
];

/** Words that a person reads live in shared/copy, where they are written once and have an English beside them. */
export function chineseLiteralCheck(root: string): Check {
  return {
    name: 'Chinese only in copy',
    run: () =>
      scanSources(root, /^(shared|functions|miniapp)\/.*\.[cm]?[jt]sx?$/, (file, source) =>
        allowed.some((pattern) => pattern.test(file)) ? [] : findChineseLiterals(file, source),
      ),
  };
}

/** Chinese in string, template and JSX text (comments and regular expressions are free): `file:line  text`. */
export function findChineseLiterals(file: string, source: string): string[] {
  const chinese = /\p{Script=Han}|[\u3001-\u303F\uFF01-\uFF60]/u;
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, scriptKind(file));
  const found: string[] = [];
  const visit = (node: ts.Node) => {
    if (isText(node) && chinese.test(node.text)) {
      const text = node.text.trim().replace(/\s+/g, ' ');
      const line = tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
      found.push(`${file}:${line}  ${text.length > 40 ? `${text.slice(0, 40)}…` : text}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

const isText = (node: ts.Node): node is ts.LiteralLikeNode =>
  ts.isStringLiteralLike(node) ||
  ts.isTemplateHead(node) ||
  ts.isTemplateMiddle(node) ||
  ts.isTemplateTail(node) ||
  ts.isJsxText(node);

function scriptKind(file: string): ts.ScriptKind {
  if (file.endsWith('.tsx')) return ts.ScriptKind.TSX;
  if (file.endsWith('.jsx')) return ts.ScriptKind.JSX;
  return /\.[cm]?js$/.test(file) ? ts.ScriptKind.JS : ts.ScriptKind.TS;
}
