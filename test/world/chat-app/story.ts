import { type OperationId, routes } from '#shared/contract/routes.ts';
import { interviewStatus } from '#shared/copy/zh/statuses.ts';
import { channels, deeds, deliveries, happenings, pushes } from './story-words.ts';
import { dayText, timeText } from './use-clock.ts';
import { type OutboxMessage, type Person, recipient, type Scene } from './world-client.ts';

export type Kind = 'request' | 'event' | 'job' | 'message' | 'world';

/** One line of what happened. Lines in a row with the same `fold` are told as one. */
export type Line = {
  key: string;
  at: string;
  kind: Kind;
  who?: string;
  text: string;
  /** What it is called in the product: an address, an event, a job. */
  technical: string;
  fold?: string;
  /** Where it stands in the story: a request is told when it is answered, but began before what came of it. */
  beganMs: number;
  /** The beginning of what a message says. */
  says?: string;
  /** Reading and polling: nothing came of it. */
  quiet: boolean;
  bad: boolean;
  times: number;
};

type Told = Pick<Line, 'kind' | 'text'> & Partial<Line> & { tookMs?: number };

export function storyOf(scenes: Scene[], messages: OutboxMessage[], people: Person[], zone = 'Asia/Shanghai'): Line[] {
  const lines = [
    ...scenes.map((scene) => line(`scene_${scene.id}`, scene.at, scene.text, tellScene(scene, zone))),
    ...messages.map((message) => line(message.id, message.at, message.text, tellMessage(message, people))),
  ];
  return lines.sort((a, b) => a.beganMs - b.beganMs || order[a.kind] - order[b.kind]);
}

/** Neighbours of the same fold become one line that says how often. */
export function folded(lines: Line[]): Line[] {
  const told: Line[] = [];
  for (const next of lines) {
    const last = told.at(-1);
    if (last && next.fold !== undefined && last.fold === next.fold) {
      told[told.length - 1] = { ...next, key: last.key, times: last.times + 1 };
    } else told.push(next);
  }
  return told;
}

const order: Record<Kind, number> = { world: 0, request: 1, event: 2, job: 3, message: 4 };

const line = (key: string, at: string, technical: string, told: Told): Line => ({
  key,
  at,
  technical,
  beganMs: Date.parse(at) - (told.tookMs ?? 0),
  quiet: false,
  bad: false,
  times: 1,
  ...told,
});

function tellScene({ kind, text, at }: Scene, zone: string): Told {
  if (kind === 'request') return tellRequest(text);
  if (kind === 'event') return tellEvent(text);
  if (kind === 'job') return tellJob(text);
  if (kind === 'sweep') return { kind: 'world', text: `每分钟的巡检：${sweepText(text)}` };
  if (kind === 'clock')
    return { kind: 'world', text: `时间拨到 ${dayText(new Date(at), zone)} ${timeText(new Date(at), zone)}` };
  return { kind: 'world', text: '外面的世界出了故障（人为设置）', bad: true };
}

/** `POST /v1/hr/requisitions/req_1/invitations → 201 (12 ms)` */
function tellRequest(text: string): Told {
  const [, method = '', path = '', status = '', ms = ''] = /^(\S+) (\S+) → (\d+) \((\d+) ms\)$/.exec(text) ?? [];
  const pushed = /^\/v1\/callbacks\/(wechat|wecom)$/.exec(path)?.[1] as keyof typeof pushes | undefined;
  if (pushed) return { kind: 'request', technical: text, tookMs: Number(ms), ...tellPush(pushed, status) };
  const operation = operationAt(method, path);
  const [who, deed] = (operation && deeds[operation]) ?? [];
  // An expired token: the mini-program signs in again by itself and asks once more.
  const expired = status === '401';
  const bad = Number(status) >= 400 && !expired;
  const quiet = expired || (method === 'GET' && !bad);
  const plain = deed ?? (method === 'GET' ? '读取' : text);
  return {
    kind: 'request',
    ...(who && { who }),
    text: bad ? `${plain}，没有成功（${status}）` : plain,
    technical: operation ? `${operation} · ${method} ${path} · ${status} · ${ms} ms` : text,
    ...(quiet ? { fold: 'reading', text: '翻看页面、同步状态' } : { fold: `${operation} ${status}` }),
    quiet,
    bad,
    tookMs: Number(ms),
  };
}

/** What WeChat tells of every message is little news; a button that somebody pressed is some. */
const tellPush = (
  pushed: keyof typeof pushes,
  status: string,
): Pick<Told, 'text' | 'quiet' | 'bad'> & { fold: string } => ({
  text: status === '200' ? pushes[pushed] : `${pushes[pushed]}，没有收下（${status}）`,
  quiet: pushed === 'wechat' && status === '200',
  bad: status !== '200',
  fold: `callback ${pushed} ${status}`,
});

const shapes = (Object.entries(routes) as [OperationId, { method: string; path: string }][]).map(([id, route]) => ({
  id,
  method: route.method,
  path: new RegExp(`^${route.path.replace(/\{\w+\}/g, '[^/]+').replaceAll('.', '\\.')}$`),
}));

const operationAt = (method: string, path: string) =>
  shapes.find((shape) => shape.method === method && shape.path.test(path))?.id;

/** `started → in_progress` */
function tellEvent(text: string): Told {
  const [type = '', status = ''] = text.split(' → ');
  const state = interviewStatus[status as keyof typeof interviewStatus] ?? status;
  return { kind: 'event', text: `${happenings[type as keyof typeof happenings] ?? type} → 状态「${state}」` };
}

/** `deliver {"kind":"invitation",…}` */
function tellJob(text: string): Told {
  const [queue = ''] = text.split(' ');
  if (queue === 'evaluate') return { kind: 'job', text: '逐题评分，写出报告' };
  const kind = /"kind":"(\w+)"/.exec(text)?.[1] ?? '';
  return { kind: 'job', text: `准备发送：${deliveries[kind as keyof typeof deliveries] ?? kind}` };
}

function tellMessage(message: OutboxMessage, people: Person[]): Told {
  const name = recipient(people, message)?.name ?? message.to;
  return { kind: 'message', text: `${name} 收到${channels[message.channel]}`, says: message.title ?? message.text };
}

function sweepText(text: string): string {
  const [, handled = '0', failed = '0'] = /handled (\d+), failed (\d+)/.exec(text) ?? [];
  return `到点的 ${handled} 件事办了${failed === '0' ? '' : `，${failed} 件没有办成`}`;
}
