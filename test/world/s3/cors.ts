import type { ServerResponse } from 'node:http';
import { S3Error } from './s3-error.ts';
import type { S3Request } from './s3-request.ts';

const methods = ['GET', 'HEAD', 'PUT', 'POST', 'DELETE'];
const exposed = 'ETag, Content-Range, Accept-Ranges, x-amz-request-id, x-amz-checksum-crc32';

/** Lets pages of the allowed origins read the reply; other pages get it without these headers, and cannot. */
export function allowOrigin(request: S3Request, outgoing: ServerResponse, origins: readonly string[]) {
  const origin = request.header('origin');
  if (origin === undefined || !isAllowed(origin, origins)) return;
  outgoing.setHeader('access-control-allow-origin', origins.includes('*') ? '*' : origin);
  outgoing.setHeader('access-control-expose-headers', exposed);
  outgoing.setHeader('vary', 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method');
}

/** Answers `OPTIONS`, which nobody signs. */
export function preflight(request: S3Request, outgoing: ServerResponse, origins: readonly string[]) {
  const origin = request.header('origin');
  const method = request.header('access-control-request-method');
  if (origin === undefined || method === undefined) {
    throw new S3Error('InvalidRequest', 'Insufficient information. Origin request header needed.');
  }
  if (!isAllowed(origin, origins) || !methods.includes(method)) {
    throw new S3Error('AccessForbidden', 'CORSResponse: This CORS request is not allowed.');
  }
  allowOrigin(request, outgoing, origins);
  const asked = request.header('access-control-request-headers');
  outgoing
    .writeHead(200, {
      'access-control-allow-methods': methods.join(', '),
      ...(asked !== undefined && { 'access-control-allow-headers': asked }),
      'access-control-max-age': '300',
    })
    .end();
}

const isAllowed = (origin: string, origins: readonly string[]) => origins.includes('*') || origins.includes(origin);
