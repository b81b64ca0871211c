import type { ServerResponse } from 'node:http';
import type { WorldClock } from '../clock.ts';
import { writeBlob } from './blob.ts';
import { replyXml, type S3Bucket } from './context.ts';
import { readForm } from './form-reader.ts';
import type { ObjectStore } from './object-store.ts';
import { assertEncryption, encryptionOf, keepOrRemove, objectFrom, storedHeaders } from './objects.ts';
import { assertPolicy } from './post-policy.ts';
import { S3Error } from './s3-error.ts';
import type { S3Request } from './s3-request.ts';
import type { S3Credentials } from './signature.ts';

/** An upload by HTML form, as `wx.uploadFile` does it: the policy is the authorisation, the file comes last. */
export async function postObject(given: {
  request: S3Request;
  outgoing: ServerResponse;
  store: ObjectStore;
  clock: WorldClock;
  bucket: S3Bucket;
  credentials: readonly S3Credentials[];
}): Promise<void> {
  const { request, outgoing, store, clock, bucket, credentials } = given;
  const { fields, fileName, file } = await readForm(request.header('content-type') ?? '', request.incoming);
  const key = fields.get('key')?.replaceAll('${filename}', fileName);
  if (!key) {
    throw new S3Error('InvalidArgument', "Bucket POST must contain a field named 'key'.", {
      details: { ArgumentName: 'key', ArgumentValue: '' },
    });
  }
  if (Buffer.byteLength(key) > 1_024) throw new S3Error('KeyTooLongError', 'Your key is too long');
  // The bucket is the one that was posted to, whatever a field says.
  const range = assertPolicy(new Map(fields).set('key', key).set('bucket', bucket.name), credentials, clock);
  const headers = storedHeaders((name) => fields.get(name), [...fields.keys()]);
  assertEncryption(bucket, headers);
  const blob = await writeBlob(store.blobFolder, file, range);
  await keepOrRemove(store, blob, () => store.put(bucket.name, objectFrom({ key, blob, headers, now: clock.now() })));
  const etag = `"${blob.md5.toString('hex')}"`;
  const replyHeaders = { etag, ...encryptionOf(headers) };
  const redirect = fields.get('success_action_redirect');
  if (redirect !== undefined && URL.canParse(redirect)) {
    const to = new URL(redirect);
    for (const [name, value] of Object.entries({ bucket: bucket.name, key, etag })) to.searchParams.set(name, value);
    outgoing.writeHead(303, { ...replyHeaders, location: to.href }).end();
    return;
  }
  const status = fields.get('success_action_status');
  if (status === '201') {
    const Location = `http://${request.header('host')}${request.rawPath.replace(/\/$/, '')}/${encodeURIComponent(key)}`;
    replyXml(outgoing, 201, { PostResponse: { Location, Bucket: bucket.name, Key: key, ETag: etag } }, replyHeaders);
    return;
  }
  outgoing.writeHead(status === '200' ? 200 : 204, replyHeaders).end();
}
