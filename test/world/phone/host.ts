/** Serves the simulated WeChat or WeCom client at /world/phone/. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { compilePackage } from './compile-package.ts';

const html = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover,user-scalable=no">
<title>面聊</title>
<link rel="stylesheet" href="phone.css">
<script type="module" src="phone.js"></script>
</head>
<body></body>
</html>
`;

type Options = {
  /** Folder of the compiled package. */
  weappDir: string;
  /** The API's origin as it was compiled into the package; requests to it go to the world's own origin. */
  apiOrigin: string;
  /** Where media are up- and downloaded. A loopback origin is called as it is, another one is the world's own. */
  mediaOrigin?: string;
};

/**
 * The page takes `platform=wechat|wxwork`, `person`, `path`, `query` (URL-encoded), `scene`, `theme`.
 * A package that was built anew is picked up at the next load.
 */
export async function createPhoneHost(
  options: Options,
): Promise<{ handle: (req: IncomingMessage, res: ServerResponse) => Promise<boolean> }> {
  const bundle = await bundlePage();
  const files: Record<string, { type: string; content: () => string | Promise<string> }> = {
    '': { type: 'text/html; charset=utf-8', content: () => html },
    'phone.js': { type: 'text/javascript; charset=utf-8', content: () => bundle.js },
    'phone.css': { type: 'text/css; charset=utf-8', content: () => bundle.css },
    'package.json': { type: 'application/json; charset=utf-8', content: () => packageFor(options) },
  };
  return {
    async handle(req, res) {
      const { pathname } = new URL(req.url ?? '/', 'http://phone');
      const file = pathname.startsWith('/world/phone/') ? files[pathname.slice('/world/phone/'.length)] : undefined;
      if (!file || (req.method !== 'GET' && req.method !== 'HEAD')) return false;
      const body = gzipSync(await file.content(), { level: 1 });
      res.writeHead(200, {
        'content-type': file.type,
        'content-encoding': 'gzip',
        'content-length': body.length,
        'cache-control': 'no-store',
      });
      res.end(req.method === 'HEAD' ? undefined : body);
      return true;
    },
  };
}

async function packageFor({ weappDir, apiOrigin, mediaOrigin }: Options): Promise<string> {
  const compiled = await compilePackage(weappDir);
  return JSON.stringify({
    package: compiled,
    origins: [apiOrigin, mediaOrigin].filter((origin) => origin !== undefined),
  });
}

async function bundlePage(): Promise<{ js: string; css: string }> {
  const folder = path.join(import.meta.dirname, 'page');
  const { outputFiles } = await build({
    stdin: { contents: "import './phone.css';\nimport './built-in.css';\nimport './main.ts';\n", resolveDir: folder },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'chrome120',
    outdir: folder,
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  const text = (extension: string) => outputFiles.find((file) => file.path.endsWith(extension))?.text ?? '';
  return { js: text('.js'), css: text('.css') };
}
