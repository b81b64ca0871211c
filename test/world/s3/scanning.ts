import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type OperationContext, replyXml, xmlNamespace } from './context.ts';
import { S3Error } from './s3-error.ts';

/** The file that every scanner takes for malware and that does nothing; in two pieces, or this file would be one. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** The tags of an object, with what GuardDuty's Malware Protection for S3 says of it: at once, where AWS takes seconds. */
export async function getTagging({ request, outgoing, store, bucket }: OperationContext): Promise<void> {
  const object = store.get(bucket.name, request.key);
  if (!object) throw new S3Error('NoSuchKey', 'The specified key does not exist.', { details: { Key: request.key } });
  const bytes = await readFile(join(store.blobFolder, object.blob));
  const Value = bytes.includes(eicar) ? 'THREATS_FOUND' : 'NO_THREATS_FOUND';
  replyXml(outgoing, 200, {
    Tagging: { ...xmlNamespace, TagSet: { Tag: [{ Key: 'GuardDutyMalwareScanStatus', Value }] } },
  });
}
