import { S3ServiceException } from '@aws-sdk/client-s3';
import type { UploadForm } from '#functions/ports/clip.ts';
import type { WorldClock } from '#test/world/clock.ts';
import type { Command } from '#test/world/dynamo/wire.ts';
import { assertPolicy } from '#test/world/s3/post-policy.ts';
import { S3Error } from '#test/world/s3/s3-error.ts';

const notFound = () =>
  new S3ServiceException({ name: 'NoSuchKey', $fault: 'client', message: '', $metadata: { httpStatusCode: 404 } });
const exists = () =>
  new S3ServiceException({
    name: 'PreconditionFailed',
    $fault: 'client',
    message: '',
    $metadata: { httpStatusCode: 412 },
  });

/** A bucket in memory, behind the S3 client that the functions use and behind the forms that they sign for phones. */
export function createBucket(clock: WorldClock, credentials: { accessKeyId: string; secretAccessKey: string }) {
  const objects = new Map<string, Uint8Array>();
  const under = (prefix: string) => [...objects.keys()].filter((key) => key.startsWith(prefix)).sort();
  return {
    objects,
    async send(command: Command): Promise<unknown> {
      const { input } = command;
      const key = String(input.Key);
      switch (command.constructor.name) {
        case 'PutObjectCommand':
          if (input.IfNoneMatch === '*' && objects.has(key)) throw exists();
          objects.set(key, Buffer.from(input.Body as Uint8Array | string));
          return {};
        case 'GetObjectCommand': {
          const bytes = objects.get(key);
          if (bytes === undefined) throw notFound();
          const Body = {
            transformToString: async () => Buffer.from(bytes).toString('utf8'),
            transformToByteArray: async () => new Uint8Array(bytes),
          };
          return { Body };
        }
        case 'ListObjectsV2Command':
          return { Contents: under(String(input.Prefix)).map((Key) => ({ Key, Size: objects.get(Key)?.length })) };
        case 'DeleteObjectsCommand':
          for (const { Key } of (input.Delete as { Objects: { Key: string }[] }).Objects) objects.delete(Key);
          return {};
        default:
          throw new Error(`the bucket does not know ${command.constructor.name}`);
      }
    },
    /** What S3 answers to a phone's form: 204, or the status of its refusal. */
    post(form: Pick<UploadForm, 'fields'>, bytes: Uint8Array): number {
      const fields = new Map(Object.entries(form.fields).map(([name, value]) => [name.toLowerCase(), value]));
      try {
        const { minimum, maximum } = assertPolicy(fields.set('bucket', 'life-media'), [credentials], clock);
        if (bytes.length < (minimum ?? 0) || bytes.length > (maximum ?? 0)) return 400;
        objects.set(fields.get('key') ?? '', bytes);
        return 204;
      } catch (error) {
        if (error instanceof S3Error) return 403;
        throw error;
      }
    },
  };
}
export type Bucket = ReturnType<typeof createBucket>;
