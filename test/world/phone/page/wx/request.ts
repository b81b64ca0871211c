/** wx.request, wx.uploadFile, wx.downloadFile: ten at once, the client's own time limit, legal domains only. */
import { resolveHost } from '../dns.ts';
import { fileOf, keepFile } from '../files.ts';
import { phone } from '../state.ts';
import { answer, type Options } from './api.ts';

const most = 10;
const slowBy = 1500;
const timeLimit = 60_000;

type Task = { abort: (reason?: string) => void };
const running = new Set<Task>();
const waiting: (() => void)[] = [];

/** The client cuts what is under way some seconds after it went to the background, or when the network goes. */
export function cutRequests(reason: string): void {
  for (const task of [...running]) task.abort(reason);
}

type Reply = { status: number; headers: Record<string, string>; body: ArrayBuffer };
type Sending = {
  name: string;
  url: string;
  method: string;
  headers: Record<string, string>;
  body: XMLHttpRequestBodyInit | null;
  timeout: number;
};

/** @param onProgress gets bytes sent so far and in all */
function send(sending: Sending, onProgress?: (sent: number, total: number) => void) {
  const xhr = new XMLHttpRequest();
  let failed: string | undefined;
  let settle = (_: Error) => {};
  const task: Task = {
    abort: (reason = 'abort') => {
      failed = reason;
      settle(new Error(reason));
      xhr.abort();
    },
  };
  const work = new Promise<Reply>((resolve, reject) => {
    settle = reject;
    const url = resolveHost(sending.url);
    if (!url) throw new Error('url not in domain list');
    const begin = async () => {
      running.add(task);
      if (phone.network === 'slow') await new Promise((done) => setTimeout(done, slowBy));
      if (failed !== undefined) return;
      if (phone.network === 'none') return reject(new Error(offline));
      xhr.open(sending.method, url.href);
      xhr.responseType = 'arraybuffer';
      xhr.timeout = sending.timeout;
      for (const [name, value] of Object.entries(sending.headers))
        if (!/^(referer|cookie)$/i.test(name)) xhr.setRequestHeader(name, value);
      xhr.upload.onprogress = (event) => onProgress?.(event.loaded, event.total);
      xhr.onload = () => resolve({ status: xhr.status, headers: headersOf(xhr), body: xhr.response as ArrayBuffer });
      xhr.onerror = () => reject(new Error(phone.network === 'none' ? offline : 'net::ERR_CONNECTION_REFUSED'));
      xhr.ontimeout = () => reject(new Error('timeout'));
      xhr.send(sending.body);
    };
    if (running.size < most) void begin();
    else waiting.push(() => void begin());
  }).finally(() => {
    running.delete(task);
    waiting.shift()?.();
  });
  return { task, work };
}

const offline = 'net::ERR_INTERNET_DISCONNECTED';

function headersOf(xhr: XMLHttpRequest): Record<string, string> {
  const lines = xhr.getAllResponseHeaders().trim().split(/\r?\n/).filter(Boolean);
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  );
}

const errno: Record<string, number> = {
  'url not in domain list': 600002,
  timeout: 5,
  abort: 600004,
  interrupted: 600003,
};
const refused = (name: string) => (error: Error) =>
  Promise.reject({ errMsg: `${name}:fail ${error.message}`, errno: errno[error.message] ?? 600001 });

const lowerCased = (header: unknown) =>
  Object.fromEntries(
    Object.entries((header ?? {}) as Record<string, unknown>).map(([name, value]) => [
      name.toLowerCase(),
      String(value),
    ]),
  );

export function request(options: Options) {
  const method = String(options.method ?? 'GET').toUpperCase();
  const headers: Record<string, string> = { 'content-type': 'application/json', ...lowerCased(options.header) };
  const bodyless = method === 'GET' || method === 'HEAD';
  const url = bodyless ? withQuery(String(options.url), options.data) : String(options.url);
  const { task, work } = send({
    name: 'request', url, method, headers,
    body: bodyless ? null : encodeBody(options.data, headers['content-type'] ?? ''),
    timeout: Number(options.timeout ?? timeLimit),
  }); // biome-ignore format: short
  const listeners = new Set<(result: { header: Record<string, string> }) => void>();
  const answered = work.then((reply) => {
    for (const listener of listeners) listener({ header: reply.headers });
    return {
      data: decodeBody(reply.body, options), statusCode: reply.status, header: reply.headers, cookies: [], errMsg: 'request:ok',
    }; // biome-ignore format: short
  }, refused('request'));
  const promise = answer(answered, options);
  return Object.assign(promise ?? {}, {
    abort: () => task.abort(),
    onHeadersReceived: (listener: (result: { header: Record<string, string> }) => void) => void listeners.add(listener),
    offHeadersReceived: (listener: (result: { header: Record<string, string> }) => void) =>
      void listeners.delete(listener),
    onChunkReceived: () => {},
    offChunkReceived: () => {},
  });
}

export function uploadFile(options: Options) {
  const form = new FormData();
  for (const [name, value] of Object.entries((options.formData ?? {}) as Record<string, unknown>))
    form.append(name, String(value));
  const path = String(options.filePath);
  const stored = fileOf(path);
  const file = stored && new Blob([stored.bytes], { type: stored.type });
  if (file) form.append(String(options.name ?? 'file'), file, String(options.fileName ?? path.split('/').at(-1)));
  const listeners = new Set<(progress: unknown) => void>();
  const { ['content-type']: _, ...headers } = lowerCased(options.header);
  const { task, work } = send(
    {
      name: 'uploadFile',
      url: file ? String(options.url) : '',
      method: 'POST',
      headers,
      body: form,
      timeout: Number(options.timeout ?? timeLimit),
    },
    (sent, total) => {
      const progress = {
        progress: Math.round((sent / total) * 100),
        totalBytesSent: sent,
        totalBytesExpectedToSend: total,
      };
      for (const listener of listeners) listener(progress);
    },
  );
  const answered = work.then(
    (reply) => ({
      data: new TextDecoder().decode(reply.body),
      statusCode: reply.status,
      header: reply.headers,
      errMsg: 'uploadFile:ok',
    }),
    (error: Error) => refused('uploadFile')(file ? error : new Error('file not found')),
  );
  return Object.assign(answer(answered, options) ?? {}, progressTask(task, listeners));
}

export function downloadFile(options: Options) {
  const { task, work } = send({
    name: 'downloadFile', url: String(options.url), method: 'GET', headers: lowerCased(options.header), body: null,
    timeout: Number(options.timeout ?? timeLimit),
  }); // biome-ignore format: short
  const answered = work.then((reply) => {
    const type = reply.headers['content-type'] ?? 'application/octet-stream';
    const tempFilePath = keepFile(reply.body, type.split('/')[1]?.split(';')[0] ?? 'bin', type);
    return { tempFilePath, statusCode: reply.status, header: reply.headers, errMsg: 'downloadFile:ok' };
  }, refused('downloadFile'));
  return Object.assign(answer(answered, options) ?? {}, progressTask(task, new Set()));
}

function progressTask(task: Task, listeners: Set<(progress: unknown) => void>) {
  return {
    abort: () => task.abort(),
    onProgressUpdate: (listener: (progress: unknown) => void) => void listeners.add(listener),
    offProgressUpdate: (listener: (progress: unknown) => void) => void listeners.delete(listener),
    onHeadersReceived: () => {},
    offHeadersReceived: () => {},
  };
}

function withQuery(url: string, data: unknown): string {
  const pairs =
    typeof data === 'object' && data !== null ? Object.entries(data).filter(([, value]) => value !== undefined) : [];
  if (pairs.length === 0) return url;
  const query = pairs
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
    .join('&');
  return `${url}${url.includes('?') ? '&' : '?'}${query}`;
}

function encodeBody(data: unknown, type: string): XMLHttpRequestBodyInit | null {
  if (data === undefined || data === null) return null;
  if (typeof data === 'string') return data;
  if (data instanceof ArrayBuffer) return data;
  if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer as ArrayBuffer, data.byteOffset, data.byteLength);
  return type.includes('x-www-form-urlencoded') ? withQuery('', data).slice(1) : JSON.stringify(data);
}

function decodeBody(body: ArrayBuffer, options: Options): unknown {
  if (options.responseType === 'arraybuffer') return body;
  const text = new TextDecoder().decode(body);
  if (options.dataType !== undefined && options.dataType !== 'json') return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
