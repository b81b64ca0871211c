import { createReadStream, existsSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Handle } from './world.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** The files of a folder under a prefix; nothing outside of it. `headers` go with each of them. */
export const staticFiles =
  (prefix: string, dir: string, headers: Record<string, string> = {}): Handle =>
  async (req, res) => {
    const { pathname } = new URL(req.url ?? '/', 'http://static.invalid');
    if (pathname === prefix) {
      res.writeHead(308, { location: `${prefix}/` }).end();
      return true;
    }
    if (!pathname.startsWith(`${prefix}/`)) return false;
    const relative = decodeURIComponent(pathname.slice(prefix.length + 1)) || 'index.html';
    const file = path.resolve(dir, relative);
    if (!file.startsWith(`${path.resolve(dir)}${path.sep}`) || !existsSync(file) || !statSync(file).isFile()) {
      res.writeHead(404).end();
      return true;
    }
    res.writeHead(200, {
      ...headers,
      'content-type': types[path.extname(file)] ?? 'application/octet-stream',
      'cache-control': /\.[0-9a-f]{8}\./.test(file) ? 'max-age=31536000, immutable' : 'no-cache',
    });
    createReadStream(file).pipe(res);
    return true;
  };
