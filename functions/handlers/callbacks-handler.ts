import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { type CallbackDeps, receive } from '#functions/callbacks/receive.ts';
import type { CallbackDoor, CallbackRefusal } from '#functions/ports/callbacks.ts';
import type { HttpHandler } from './http-handler.ts';
import { faultOf, logger } from './log.ts';

export type CallbacksDeps = CallbackDeps & { doors: Record<'wechat' | 'wecom', CallbackDoor> };

/** What the platforms push is some hundred characters. */
const bodyLimit = 64 * 1024;

const statusOf: Record<CallbackRefusal, number> = {
  unset: 404,
  forged: 403,
  stale: 403,
  foreign: 403,
  unreadable: 400,
};

/**
 * What WeChat and WeCom push to us. They want a word within five seconds and push again up to three times without one: a
 * fault is answered 500, a refusal is final. Nothing of a refused push is looked at, let alone logged.
 */
export const callbacksHandler =
  (deps: CallbacksDeps): HttpHandler =>
  async (event) => {
    const provider = /^\/v1\/callbacks\/(wechat|wecom)$/.exec(event.rawPath)?.[1] as 'wechat' | 'wecom' | undefined;
    if (provider === undefined) return answer(404);
    const door = deps.doors[provider];
    const query = event.queryStringParameters ?? {};
    if (event.requestContext.http.method === 'GET') {
      const verified = door.verify(query);
      if (!verified.ok) return refused(provider, verified.error);
      return answer(200, verified.value);
    }
    const body = bodyOf(event);
    if (body === undefined) return answer(413);
    const opened = door.open(query, body);
    if (!opened.ok) return refused(provider, opened.error);
    try {
      const { outcome, says } = await receive(deps, opened.value);
      logger.info('callback', { provider, type: opened.value.event.type, outcome });
      return answer(200, door.reply(opened.value.event, says));
    } catch (error) {
      logger.error('fault', { provider, ...faultOf(error) });
      return answer(500);
    }
  };

function bodyOf({ body = '', isBase64Encoded }: APIGatewayProxyEventV2): string | undefined {
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  return bytes.byteLength > bodyLimit ? undefined : bytes.toString('utf8');
}

function refused(provider: string, refusal: CallbackRefusal): APIGatewayProxyStructuredResultV2 {
  logger.warn('callback refused', { provider, refusal });
  return answer(statusOf[refusal]);
}

const answer = (statusCode: number, body = ''): APIGatewayProxyStructuredResultV2 => ({
  statusCode,
  // A platform's own text comes back to it: never as a page.
  headers: {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  },
  body,
});
