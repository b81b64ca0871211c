import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { HttpHandler } from '#functions/handlers/http-handler.ts';
import { lambdaContext } from '#test/world/lambda-context.ts';
import type { Send } from '../../../../miniapp/src/api/caller.ts';

/** A handler as a client reaches it, without a socket between: through JSON, as over a wire. */
export const invoker =
  (handler: HttpHandler, clock: { now(): Date }): Send =>
  async ({ method, url, headers, body }) => {
    const { pathname, search, searchParams } = new URL(url);
    const event: APIGatewayProxyEventV2 = {
      version: '2.0',
      routeKey: `${method} ${pathname}`,
      rawPath: pathname,
      rawQueryString: search.slice(1),
      headers,
      queryStringParameters: Object.fromEntries(searchParams),
      requestContext: {
        accountId: '000000000000',
        apiId: 'life',
        domainName: 'life.invalid',
        domainPrefix: 'life',
        http: { method, path: pathname, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: '' },
        requestId: 'life',
        routeKey: '$default',
        stage: '$default',
        time: clock.now().toUTCString(),
        timeEpoch: clock.now().getTime(),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      isBase64Encoded: false,
    };
    const answer = await handler(event, lambdaContext('life'));
    return {
      kind: 'answered',
      status: answer.statusCode ?? 200,
      headers: Object.fromEntries(Object.entries(answer.headers ?? {}).map(([name, value]) => [name, String(value)])),
      body: JSON.parse(answer.body ?? 'null'),
    };
  };
