/** WXSS to CSS that many pages of a mini-program can share one document with. */
import postcss, { type AtRule, type Root, type Rule } from 'postcss';
import { clientUnits } from './client-units.ts';

/** The type selectors of WXSS; in the document they are `wx-view` and so on. */
const tags =
  'page|view|text|button|input|textarea|scroll-view|image|swiper|swiper-item|switch|checkbox|checkbox-group|radio|radio-group|form|label|rich-text|page-container|canvas|root-portal|progress|video|camera|picker|icon|navigator|comp|body|html';
const typeSelector = new RegExp(`(^|[\\s>+~,(])(${tags})(?![\\w-])`, 'g');

export type WxssSource = {
  /** Route of the page the sheet belongs to; absent for app.wxss, which reaches every page. */
  route?: string;
  css: string;
  /** Reads an imported sheet; `path` is as written in the @import. */
  readImport: (path: string) => { css: string; readImport: WxssSource['readImport'] };
};

/**
 * One page's sheet applies to that page only, as if each page had a web view of its own, yet weighs nothing more
 * (`:where`). rpx becomes a 750th of the screen, vh a hundredth of the page's own height.
 */
export function wxssToCss(source: WxssSource): string {
  const root = postcss.parse(source.css);
  inlineImports(root, source.readImport);
  const scope = source.route === undefined ? 'wx-page' : `wx-page:where([data-route="${source.route}"])`;
  root.walkAtRules('media', (rule) => unwrapTheme(rule));
  root.walkRules((rule) => {
    if (rule.parent?.type === 'atrule' && /keyframes$/.test((rule.parent as AtRule).name)) return;
    const theme = themeOf.get(rule);
    rule.selectors = rule.selectors.map((selector) => {
      const own = scoped(selector, scope);
      return theme === undefined ? own : `:where(html[data-theme="${theme}"]) ${own}`;
    });
  });
  root.walkDecls((declaration) => {
    declaration.value = clientUnits(declaration.value);
  });
  return root.toString();
}

function scoped(selector: string, scope: string): string {
  const named = selector.trim().replace(typeSelector, (_, before: string, tag: string) => `${before}wx-${tag}`);
  if (/\bwx-page\b/.test(named)) return named.replace(/\bwx-page\b/, scope);
  // `body` and `html` are written for the browser build and mean nothing in a mini-program.
  return scope === 'wx-page' ? named : `:where(${scope}) ${named}`;
}

/** A phone may be set to a theme other than the browser's: `@media (prefers-color-scheme)` becomes a test of the document. */
const themeOf = new WeakMap<Rule, string>();

function unwrapTheme(media: AtRule): void {
  const theme = /^\s*\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)\s*$/.exec(media.params)?.[1];
  if (theme === undefined) return;
  media.walkRules((rule) => {
    themeOf.set(rule, theme);
  });
  media.replaceWith(media.nodes ?? []);
}

function inlineImports(root: Root, readImport: WxssSource['readImport']): void {
  root.walkAtRules('import', (rule) => {
    const path = /["']([^"']+)["']/.exec(rule.params)?.[1];
    if (path === undefined) return;
    const imported = readImport(path);
    const inner = postcss.parse(imported.css);
    inlineImports(inner, imported.readImport);
    rule.replaceWith(inner.nodes);
  });
}
