import type { ServerResponse } from 'node:http';
import type { WorldClock } from '../clock.ts';
import type { ObjectStore } from './object-store.ts';
import type { S3Request } from './s3-request.ts';
import { toXml } from './xml.ts';

/**
 * `requireEncryption` stands for a bucket policy that denies an upload without `x-amz-server-side-encryption`; `locked` for
 * Object Lock with a default retention, and a policy that takes a key only once and never deletes; `versioned` keeps what is
 * replaced and deleted.
 */
export type S3Bucket = { name: string; requireEncryption?: boolean; locked?: boolean; versioned?: boolean };

/** `payload` says how the body was signed, see `signature.ts`. */
export type OperationContext = {
  request: S3Request;
  outgoing: ServerResponse;
  store: ObjectStore;
  clock: WorldClock;
  bucket: S3Bucket;
  payload: string;
};

export function replyXml(
  outgoing: ServerResponse,
  status: number,
  value: object,
  headers: Record<string, string> = {},
) {
  outgoing.writeHead(status, { 'content-type': 'application/xml', ...headers }).end(toXml(value));
}

export const xmlNamespace = { '@_xmlns': 'http://s3.amazonaws.com/doc/2006-03-01/' };
