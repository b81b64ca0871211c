import { S3Error } from './s3-error.ts';

/** The fields before the file, names in lower case, and the file as a stream. What comes after the file is ignored. */
export type Form = { fields: Map<string, string>; fileName: string; file: AsyncIterable<Buffer> };

const fieldsLimit = 20 * 1024;

/** Reads `multipart/form-data` as S3 does: the file must be there, and every field that counts stands before it. */
export async function readForm(contentType: string, chunks: AsyncIterable<Buffer>): Promise<Form> {
  const boundary = /^multipart\/form-data\s*;.*?\bboundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  const name = boundary?.[1] ?? boundary?.[2];
  if (!name) throw malformed();
  const reader = createReader(chunks);
  const fields = new Map<string, string>();
  let left = fieldsLimit;
  const spend = (part: Buffer) => {
    left -= part.length;
    return part;
  };
  // What stands before the first boundary is no part; the line break makes it look like every other one.
  reader.unread(Buffer.from('\r\n'));
  spend(await reader.until(`\r\n--${name}`, left));
  for (;;) {
    if ((await reader.take(2)).toString('latin1') !== '\r\n') {
      throw new S3Error('InvalidArgument', 'POST requires exactly one file upload per request.', {
        details: { ArgumentName: 'file', ArgumentValue: '0' },
      });
    }
    // A part without headers is none of a form's.
    const headers = spend(await reader.until('\r\n\r\n', left)).toString('utf8');
    const disposition = /^content-disposition:\s*form-data\b(.*)$/im.exec(headers)?.[1];
    const field = parameter(disposition, 'name');
    if (field === undefined) throw malformed();
    if (field.toLowerCase() === 'file') {
      return { fields, fileName: parameter(disposition, 'filename') ?? '', file: reader.stream(`\r\n--${name}`) };
    }
    fields.set(field.toLowerCase(), spend(await reader.until(`\r\n--${name}`, left)).toString('utf8'));
  }
}

function parameter(disposition: string | undefined, name: string): string | undefined {
  const found = new RegExp(`;\\s*${name}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^;\\s]+))`, 'i').exec(disposition ?? '');
  return found?.[1] ?? found?.[2];
}

const malformed = () =>
  new S3Error('MalformedPOSTRequest', 'The body of your POST request is not well-formed multipart/form-data.');

function createReader(chunks: AsyncIterable<Buffer>) {
  const source = chunks[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  const more = async () => {
    const { value, done } = await source.next();
    if (done) throw malformed();
    held = held.length === 0 ? value : Buffer.concat([held, value]);
  };
  const cut = (length: number) => {
    const part = held.subarray(0, length);
    held = held.subarray(length);
    return part;
  };

  return {
    unread(part: Buffer) {
      held = Buffer.concat([part, held]);
    },
    async take(length: number): Promise<Buffer> {
      while (held.length < length) await more();
      return cut(length);
    },
    async until(delimiter: string, limit: number): Promise<Buffer> {
      for (;;) {
        const at = held.indexOf(delimiter);
        if (at > limit || (at < 0 && held.length > limit + delimiter.length)) {
          throw new S3Error(
            'MaxPostPreDataLengthExceededError',
            'Your POST request fields preceding the upload file were too large.',
          );
        }
        if (at >= 0) {
          const part = cut(at);
          cut(delimiter.length);
          return part;
        }
        await more();
      }
    },
    async *stream(delimiter: string): AsyncGenerator<Buffer> {
      for (;;) {
        const at = held.indexOf(delimiter);
        if (at >= 0) {
          if (at > 0) yield cut(at);
          return;
        }
        // The delimiter may have begun at the end of what is here.
        const certain = held.length - delimiter.length;
        if (certain > 0) yield cut(certain);
        await more();
      }
    },
  };
}
