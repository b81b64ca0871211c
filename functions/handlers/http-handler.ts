import middy from '@middy/core';
import httpSecurityHeaders from '@middy/http-security-headers';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { dispatch, type HttpDeps } from '#functions/http/dispatch.ts';
import { languageOf, respond } from '#functions/http/respond.ts';
import type { Clock } from '#functions/ports.ts';
import type { OperationId } from '#shared/contract/operations.ts';
import { refuse } from '#shared/result.ts';
import { faultOf, logger } from './log.ts';

type Deps = HttpDeps & { clock: Clock };
export type HttpHandler = (
  event: APIGatewayProxyEventV2,
  context: Context,
) => Promise<APIGatewayProxyStructuredResultV2>;

/** One HTTP function: the table's operations behind security headers and a single outer catch. */
export function httpHandler(table: { [O in OperationId]?: unknown }, deps: Deps): HttpHandler {
  const handler = middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
    .use(httpSecurityHeaders())
    .handler(async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
      const started = Date.now();
      const language = languageOf(event.headers['accept-language']);
      const { operation, result } = await dispatch(table, deps, event).catch((error: unknown) => {
        logger.error('fault', { ...faultOf(error), path: event.routeKey });
        return {
          operation: undefined,
          result: refuse({ code: isPassing(error) ? 'unavailable' : 'internal' } as const),
        };
      });
      const outcome = result.ok ? 'ok' : result.error.code;
      logger.info('served', { operation, outcome, ms: Date.now() - started });
      return respond(result, { language, now: deps.clock.now() });
    });
  return handler;
}

/** The store is throttled or cannot be reached: worth trying again, and said so. */
const passing = [
  'ProvisionedThroughputExceededException',
  'ThrottlingException',
  'TimeoutError',
  'RequestLimitExceeded',
  'TransactionConflictException',
  // Thrown on only where no condition failed: throttled inside a transaction.
  'TransactionCanceledException',
  'TransactionInProgressException',
  'InternalServerError',
  'ServiceUnavailable',
];
const isPassing = (error: unknown): boolean =>
  error instanceof Error &&
  (passing.includes(error.name) || /ECONN|EPIPE|socket/i.test(String((error as NodeJS.ErrnoException).code)));
