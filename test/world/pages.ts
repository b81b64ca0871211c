import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { h5Headers } from '#functions/serverless/h5-headers.ts';
import { createChatApp } from './chat-app/chat-app.ts';
import { buildMiniapp, compiledApiOrigin } from './miniapp-build.ts';
import { createPhoneHost } from './phone/host.ts';
import { staticFiles } from './static-files.ts';
import type { Handle } from './world.ts';

/** What people look at: the chat app, the phone that runs the compiled package, and the browser's build of the same source. */
export async function peoplePages(
  onProgress?: (line: string) => void,
): Promise<(world: { origin: string; mediaOrigin: string }) => Promise<Handle[]>> {
  const built = await buildMiniapp(onProgress === undefined ? {} : { onProgress });
  return async ({ origin, mediaOrigin }) => {
    const [phone, chat] = await Promise.all([
      createPhoneHost({ weappDir: built.weapp, apiOrigin: compiledApiOrigin, mediaOrigin }),
      createChatApp({ origin }),
    ]);
    // As a CDN would send them; only the chat app around it may show it in a frame, and nothing here has TLS.
    const html = await readFile(path.join(built.h5, 'index.html'), 'utf8');
    const { 'strict-transport-security': _, ...headers } = h5Headers(html, {
      media: mediaOrigin,
      embeddedBy: "'self'",
    });
    return [phone.handle, staticFiles('/h5', built.h5, headers), chat.handle];
  };
}
