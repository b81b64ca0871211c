/** Reads a compiled weapp package and turns it into what the simulated client can run. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { TmplGroup } from 'glass-easel-template-compiler';
import type { AppJson, CompiledPackage } from './package-shape.ts';
import { type WxssSource, wxssToCss } from './wxss.ts';

const kept = new Map<string, CompiledPackage>();
const mime: Record<string, string> = { png: 'image/png', jpg: 'image/jpeg', gif: 'image/gif', svg: 'image/svg+xml' };

/**
 * @param dir folder of the package (where app.json is)
 * @throws Error naming the WXML file that does not compile
 */
export async function compilePackage(dir: string): Promise<CompiledPackage> {
  const files = await readAll(dir);
  const hash = hashOf(files);
  const known = kept.get(hash);
  if (known) return known;
  const compiled = compile(files, hash);
  kept.set(hash, compiled);
  return compiled;
}

function compile(files: Map<string, Buffer>, hash: string): CompiledPackage {
  const text = (name: string) => files.get(name)?.toString('utf8');
  const json = (name: string) => JSON.parse(text(name) ?? '{}') as Record<string, unknown>;
  const templates = new TmplGroup();
  const out: Pick<CompiledPackage, 'configs' | 'modules' | 'assets'> = { configs: {}, modules: {}, assets: {} };
  const sheets: string[] = [];
  addTemplate(templates, 'built-in/page-container', '<pc-overlay /><pc-panel><slot /></pc-panel>');
  for (const [name, content] of [...files].sort()) {
    const extension = path.extname(name).slice(1);
    const stem = name.slice(0, -extension.length - 1);
    const source = content.toString('utf8');
    if (extension === 'wxml') addTemplate(templates, stem, source);
    else if (extension === 'wxs') templates.addScript(stem, source);
    else if (extension === 'js') out.modules[name] = source;
    else if (extension === 'json') out.configs[stem] = json(name);
    else if (extension in mime) out.assets[name] = `data:${mime[extension]};base64,${content.toString('base64')}`;
  }
  const appJson = json('app.json') as unknown as AppJson;
  const css = (name: string, route?: string) => {
    const source = text(`${name}.wxss`);
    if (source !== undefined)
      sheets.push(wxssToCss({ css: source, readImport: importsOf(text, name), ...(route !== undefined && { route }) }));
  };
  css('app');
  for (const route of pagesOf(appJson)) css(route, route);
  return {
    hash,
    appJson,
    theme: { light: {}, dark: {}, ...(json('theme.json') as Partial<CompiledPackage['theme']>) },
    ...out,
    templates: templates.getTmplGenObjectGroups(),
    css: sheets.join('\n'),
  };
}

export function pagesOf(appJson: AppJson): string[] {
  const inSubPackages = (appJson.subPackages ?? []).flatMap(({ root, pages }) =>
    pages.map((page) => `${root}/${page}`),
  );
  return [...appJson.pages, ...inSubPackages];
}

function addTemplate(templates: TmplGroup, stem: string, source: string): void {
  const problems = templates.addTmpl(stem, source) as { isError?: boolean; message?: string }[];
  const failed = problems.find((problem) => problem.isError);
  if (failed) throw new Error(`${stem}.wxml: ${failed.message}`);
}

function importsOf(text: (name: string) => string | undefined, from: string): WxssSource['readImport'] {
  return (written) => {
    const joined = written.startsWith('/') ? written.slice(1) : path.posix.join(path.posix.dirname(from), written);
    return { css: text(joined) ?? '', readImport: importsOf(text, joined) };
  };
}

async function readAll(dir: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const pairs = files.map(
    async (file) => [path.relative(dir, file).replaceAll(path.sep, '/'), await readFile(file)] as const,
  );
  return new Map(await Promise.all(pairs));
}

function hashOf(files: Map<string, Buffer>): string {
  const hash = createHash('sha256');
  for (const [name, content] of [...files].sort()) hash.update(`\0${name}\0`).update(content);
  return hash.digest('hex').slice(0, 16);
}
