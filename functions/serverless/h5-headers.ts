import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';

/** `media`: the origin under which recordings are uploaded and played; `embeddedBy`: who may show the pages in a frame. */
export type H5Places = { media: string; embeddedBy?: string };

/**
 * What goes with every file of the h5 pages. Scripts come from where the page came from, and the one that stands in it is
 * known by its hash; recordings are blobs until they are sent. Taro sets styles on elements, so these cannot be forbidden.
 */
export function h5Headers(html: string, { media, embeddedBy = "'none'" }: H5Places): Record<string, string> {
  const inline = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, code = '']) => {
    const hash = createHash('sha256').update(code).digest('base64');
    return `'sha256-${hash}'`;
  });
  const policy = {
    'default-src': ["'self'"],
    'script-src': ["'self'", ...inline],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:', media],
    'media-src': ["'self'", 'blob:', media],
    'connect-src': ["'self'", media],
    'font-src': ["'self'", 'data:'],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': [embeddedBy],
  };
  return {
    'content-security-policy': Object.entries(policy)
      .map(([name, from]) => `${name} ${from.join(' ')}`)
      .join('; '),
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'permissions-policy': 'camera=(self), microphone=(self), geolocation=(), payment=()',
    'cross-origin-opener-policy': 'same-origin',
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
  };
}

/** `node functions/serverless/h5-headers.ts dist/h5/index.html https://media.example.cn`: what the CDN is to send. */
const [, script, file, media] = process.argv;
if (script !== undefined && import.meta.url === pathToFileURL(script).href && file !== undefined) {
  const headers = h5Headers(await readFile(file, 'utf8'), { media: media ?? "'self'" });
  for (const [name, value] of Object.entries(headers)) process.stdout.write(`${name}: ${value}\n`);
}
