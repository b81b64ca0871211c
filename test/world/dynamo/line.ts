import { connect, type Socket } from 'node:net';

type Answer = { status: number; text: string };
type Line = { socket: Socket; waits: ((answer: Answer | Error) => void) | undefined; got: Buffer };

/**
 * Requests to one server on this machine over lines that stay open. Node's own client costs more than the store behind it,
 * for headers and streams that nobody needs here: the body is one piece, and the answer has a length.
 */
export function openLines(host: string, port: number) {
  const free: Line[] = [];
  const all = new Set<Line>();

  function newLine(): Line {
    const socket = connect({ host, port, noDelay: true });
    const line: Line = { socket, waits: undefined, got: Buffer.alloc(0) };
    all.add(line);
    socket.on('data', (chunk: Buffer) => {
      line.got = line.got.length === 0 ? chunk : Buffer.concat([line.got, chunk]);
      const answer = answerIn(line.got);
      if (answer === undefined) return;
      if (answer instanceof Error) return void socket.destroy(answer);
      const { waits } = line;
      line.got = Buffer.alloc(0);
      line.waits = undefined;
      free.push(line);
      waits?.(answer);
    });
    const gone = (error: Error) => {
      all.delete(line);
      const at = free.indexOf(line);
      if (at !== -1) free.splice(at, 1);
      line.waits?.(error);
    };
    socket.on('error', gone);
    socket.on('close', () => gone(new Error('the store hung up')));
    return line;
  }

  return {
    post(headers: string, body: string): Promise<Answer> {
      const line = free.pop() ?? newLine();
      return new Promise((resolve, reject) => {
        line.waits = (answer) => (answer instanceof Error ? reject(answer) : resolve(answer));
        const length = `content-length: ${Buffer.byteLength(body)}`;
        line.socket.write(`POST / HTTP/1.1\r\nhost: ${host}:${port}\r\n${headers}\r\n${length}\r\n\r\n${body}`);
      });
    },
    close(): void {
      for (const { socket } of all) socket.destroy();
    },
  };
}

const headEnd = Buffer.from('\r\n\r\n');

/** Undefined as long as a part of it is on its way; an error for what will never be whole. */
function answerIn(got: Buffer): Answer | Error | undefined {
  const end = got.indexOf(headEnd);
  if (end === -1) return undefined;
  const head = got.toString('latin1', 0, end);
  const length = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? Number.NaN);
  if (Number.isNaN(length)) return new Error('an answer without a length');
  const from = end + headEnd.length;
  if (got.length < from + length) return undefined;
  return { status: Number(head.slice(9, 12)), text: got.toString('utf8', from, from + length) };
}
