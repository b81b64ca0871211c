import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const html = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover">
<title>面聊 · 两部手机和一只钟</title>
<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='8' fill='%230F766E'/%3E%3Cpath d='M8 9h16v11H15l-5 4v-4H8z' fill='%23fff'/%3E%3C/svg%3E">
<link rel="stylesheet" href="/chat-app/main.css">
</head>
<body><div id="root"></div><script type="module" src="/chat-app/main.js"></script></body>
</html>
`;

/**
 * The stage at `/`: two phones, a clock, and what happens behind the scenes. Bundled in memory when the world starts.
 * `origin`: where the world is served, for reading request addresses.
 */
export async function createChatApp({ origin }: { origin: string }): Promise<{
  handle(req: IncomingMessage, res: ServerResponse): Promise<boolean>;
}> {
  const files = { '/': { type: 'text/html; charset=utf-8', body: gzipSync(html) }, ...(await bundle()) };
  return {
    async handle(req, res) {
      const { pathname } = new URL(req.url ?? '/', origin);
      const file = (files as Record<string, { type: string; body: Buffer }>)[pathname];
      if (file === undefined || (req.method !== 'GET' && req.method !== 'HEAD')) return false;
      res.writeHead(200, {
        'content-type': file.type,
        'content-encoding': 'gzip',
        'content-length': file.body.length,
        'cache-control': 'no-store',
      });
      res.end(req.method === 'HEAD' ? undefined : file.body);
      return true;
    },
  };
}

async function bundle() {
  const folder = import.meta.dirname;
  const styles = ['stage', 'layout', 'phone', 'messages', 'mail', 'backstage'].map((name) => `./${name}.css`);
  const { outputFiles } = await build({
    stdin: { contents: [...styles, './main.tsx'].map((file) => `import '${file}';`).join('\n'), resolveDir: folder },
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    outdir: folder,
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  const file = (name: string, type: string) => {
    const found = outputFiles.find(({ path }) => path.endsWith(name));
    return { type: `${type}; charset=utf-8`, body: gzipSync(found?.contents ?? '') };
  };
  return {
    '/chat-app/main.js': file('.js', 'text/javascript'),
    '/chat-app/main.css': file('.css', 'text/css'),
  };
}
