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
    return [phone.handle, staticFiles('/h5', built.h5), chat.handle];
  };
}
