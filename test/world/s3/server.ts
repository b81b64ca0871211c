import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { WorldClock } from '../clock.ts';
import type { OperationContext, S3Bucket } from './context.ts';
import { replyXml } from './context.ts';
import { allowOrigin, preflight } from './cors.ts';
import { createS3Faults, type S3Faults } from './faults.ts';
import { deleteObjects, listObjectsV2 } from './listing.ts';
import {
  abortMultipartUpload,
  completeMultipartUpload,
  createMultipartUpload,
  listParts,
  uploadPart,
} from './multipart-upload.ts';
import { openObjectStore } from './object-store.ts';
import { deleteObject, getObject, putObject } from './objects.ts';
import { postObject } from './post-upload.ts';
import { S3Error, statusOf } from './s3-error.ts';
import { readRequest, type S3Request } from './s3-request.ts';
import { getTagging } from './scanning.ts';
import { type S3Credentials, verifySignature } from './signature.ts';
import { listObjectVersions } from './versions.ts';

export type S3Options = {
  /** Where objects are kept; made when missing. */
  dir: string;
  clock: WorldClock;
  buckets: readonly S3Bucket[];
  credentials: readonly S3Credentials[];
  /** Origins of the pages that may upload and read, for all buckets. */
  corsOrigins?: readonly string[];
  port?: number;
};

/** `endpoint` is on `localhost`, another origin than pages on `127.0.0.1`, so that CORS is real. */
export type S3Server = { endpoint: string; faults: S3Faults; stop(): Promise<void> };

/** A private S3 on disk: nothing is served without a signature, a presigned URL or a signed POST policy. */
export async function startS3(options: S3Options): Promise<S3Server> {
  const { dir, clock, credentials, corsOrigins = [] } = options;
  const store = openObjectStore(
    dir,
    new Set(options.buckets.flatMap(({ name, versioned }) => (versioned ? [name] : []))),
  );
  const faults = createS3Faults();

  async function answer(request: S3Request, outgoing: ServerResponse): Promise<void> {
    if (request.method === 'OPTIONS') return preflight(request, outgoing, corsOrigins);
    allowOrigin(request, outgoing, corsOrigins);
    const bucket = options.buckets.find(({ name }) => name === request.bucket);
    const form = request.method === 'POST' && request.header('content-type')?.startsWith('multipart/form-data');
    if (form && request.key === '') {
      if (!bucket) throw noSuchBucket(request.bucket);
      return postObject({ request, outgoing, store, clock, bucket, credentials });
    }
    const { payload } = verifySignature(request, credentials, clock);
    if (!bucket) throw noSuchBucket(request.bucket);
    return operationFor(request)({ request, outgoing, store, clock, bucket, payload });
  }

  const server = createServer({ keepAliveTimeout: 60_000 }, (incoming, outgoing) => {
    outgoing.setHeader('x-amz-request-id', crypto.randomUUID());
    const fault = faults.fire(incoming.method ?? '');
    if (fault?.kind === 'cutUpload') return cutAfter(incoming, fault.afterBytes ?? 0);
    if (fault?.kind === 'lostReply') loseReply(outgoing);
    const answered = async () => {
      if (fault?.kind === 'slowDown') throw new S3Error('SlowDown', 'Please reduce your request rate.');
      return answer(readRequest(incoming), outgoing);
    };
    answered().catch((error: unknown) => refuse(incoming, outgoing, error));
  });
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(options.port ?? 0, '127.0.0.1', listening);
  });
  const address = server.address();

  return {
    endpoint: `http://localhost:${typeof address === 'object' && address ? address.port : 0}`,
    faults,
    async stop() {
      const closed = new Promise<void>((done) => server.close(() => done()));
      server.closeAllConnections();
      await closed;
      store.close();
    },
  };
}

function operationFor({ method, key, query }: S3Request): (context: OperationContext) => Promise<void> {
  const asks = (name: string) => query.some(([each]) => each === name);
  if (key === '') {
    if (method === 'GET') return asks('versions') ? listObjectVersions : listObjectsV2;
    if (method === 'HEAD') return async ({ outgoing }) => void outgoing.writeHead(200).end();
    if (method === 'POST' && asks('delete')) return deleteObjects;
  } else if (asks('uploadId') || asks('uploads')) {
    if (method === 'POST') return asks('uploads') ? createMultipartUpload : completeMultipartUpload;
    if (method === 'PUT') return uploadPart;
    if (method === 'GET') return listParts;
    if (method === 'DELETE') return abortMultipartUpload;
  } else {
    if (method === 'GET' && asks('tagging')) return getTagging;
    if (method === 'GET' || method === 'HEAD') return getObject;
    if (method === 'PUT') return putObject;
    if (method === 'DELETE') return deleteObject;
  }
  throw new S3Error('MethodNotAllowed', 'The specified method is not allowed against this resource.');
}

const noSuchBucket = (bucket: string) =>
  new S3Error('NoSuchBucket', 'The specified bucket does not exist', { details: { BucketName: bucket } });

function refuse(incoming: IncomingMessage, outgoing: ServerResponse, error: unknown) {
  if (outgoing.headersSent || incoming.socket.destroyed) return void outgoing.destroy();
  const known = error instanceof S3Error ? error : new S3Error('InternalError', 'We encountered an internal error.');
  // A small rest of the body is read and dropped, so that the client sees the answer; a large one is not worth it.
  const rest = Number(incoming.headers['content-length'] ?? Number.POSITIVE_INFINITY);
  if (!incoming.complete && rest > 64 * 1024 ** 2) outgoing.setHeader('connection', 'close');
  // Whoever read the body until now has left its listener behind, and would hold up the rest.
  incoming
    .removeAllListeners('readable')
    .on('error', () => {})
    .resume();
  const status = statusOf[known.code];
  if (incoming.method === 'HEAD') return void outgoing.writeHead(status, known.headers).end();
  const Resource = incoming.url ?? '';
  const RequestId = String(outgoing.getHeader('x-amz-request-id'));
  replyXml(
    outgoing,
    status,
    { Error: { Code: known.code, Message: known.message, ...known.details, Resource, RequestId } },
    known.headers,
  );
}

function cutAfter(incoming: IncomingMessage, bytes: number) {
  let received = 0;
  incoming.on('data', (chunk: Buffer) => {
    received += chunk.length;
    if (received >= bytes) incoming.socket.destroy();
  });
  incoming.on('error', () => {});
  incoming.on('end', () => incoming.socket.destroy());
}

/** The operation believes that it has answered. */
function loseReply(outgoing: ServerResponse) {
  outgoing.writeHead = () => outgoing;
  outgoing.end = () => {
    outgoing.socket?.destroy();
    return outgoing;
  };
}
