import type { IncomingMessage, ServerResponse } from 'node:http';
import { dynamoDue } from '#functions/adapters/dynamo/due.ts';
import { openTable } from '#functions/adapters/dynamo/table.ts';
import { seedHistory } from './history.ts';
import { people, personOf } from './people.ts';
import { resetWorld } from './reset.ts';
import { seed } from './seeds/world-seed.ts';
import { signedIn } from './signed-in.ts';
import { templateTitles } from './vendors.ts';
import type { World } from './world.ts';

type Controlled = Pick<
  World,
  | 'clock'
  | 'config'
  | 'outbox'
  | 'wechat'
  | 'wecom'
  | 'sms'
  | 'mail'
  | 'asr'
  | 'personnel'
  | 'llm'
  | 'backstage'
  | 'dynamo'
  | 's3'
  | 'queue'
  | 'sweep'
  | 'idle'
  | 'origin'
>;
type Body = Record<string, unknown>;
type Route = (world: Controlled, body: Body, url: URL) => Promise<unknown>;

class Refused extends Error {}

const endOfTime = new Date('9999-12-31T23:59:59.999Z');
/** Due items looked through for the next reminder. */
const mostAhead = 4000;

/** What only this machine can do to the world: turn the clock, read what was sent, be somebody, break things. */
const routes: Record<string, Route> = {
  'GET /world/clock': async (world) => ({ ...(await timeOf(world)), timeZone: 'Asia/Shanghai' }),
  'POST /world/clock': async (world, { advance, to }) => {
    if (typeof advance === 'string') world.clock.advance(advance);
    else if (typeof to === 'string') world.clock.set(new Date(to));
    else throw new Refused('say {advance:"PT1H"} or {to:"2026-…Z"}');
    world.backstage.add({ kind: 'clock', text: `it is ${world.clock.now().toISOString()}` });
    await settle(world);
    return timeOf(world);
  },
  'GET /world/outbox': async ({ outbox }, _, url) => ({
    messages: outbox.list({
      ...(url.searchParams.has('to') && { to: url.searchParams.get('to') ?? '' }),
      ...(url.searchParams.has('after') && { after: url.searchParams.get('after') ?? '' }),
    }),
    /** Cards whose buttons were replaced, by the id of their message: also of those told before. */
    done: Object.fromEntries(
      outbox.list({ channel: 'wecom' }).flatMap(({ id, card }) => (card?.done === undefined ? [] : [[id, card.done]])),
    ),
  }),
  'GET /world/backstage': async ({ backstage }, _, url) => ({
    scenes: backstage.list(Number(url.searchParams.get('after') ?? 0)),
  }),
  'POST /world/history': async (world, { interviews }) => {
    const table = openTable({
      ...world.config,
      name: world.config.table,
      clock: world.clock,
      endpoint: world.dynamo.direct,
    });
    await seedHistory(table, typeof interviews === 'number' ? { interviews } : {});
    return { ok: true };
  },
  'GET /world/people': async () => ({ people }),
  'POST /world/sign-in': async ({ config, clock, dynamo }, { as }) => {
    const table = openTable({ ...config, name: config.table, clock, endpoint: dynamo.direct });
    const tokens = { issue: signedIn({ table, key: config.tokenKey }) };
    const person = personOf(as === 'hr' ? 'usr_wangmin' : String(as));
    if (person === undefined) throw new Refused(`nobody is called ${String(as)}`);
    const company = seed.company.companyId;
    return person.kind === 'staff'
      ? { ...(await tokens.issue({ role: person.role, company, userId: person.id })), as: person.id }
      : { ...(await tokens.issue({ role: 'candidate', company, candidateId: person.id })), as: person.id };
  },
  'POST /world/open-link': async ({ wechat }, { link }) => {
    const opened = wechat.openUrlLink(String(link));
    if (opened === undefined) throw new Refused('that link has expired or never was');
    return opened;
  },
  'POST /world/phone/login': async ({ wechat, wecom }, { platform, person: id }) => {
    const person = personOf(String(id));
    if (platform === 'wxwork' && person?.kind === 'staff') {
      return { code: wecom.loginCode(seed.company.wecom.corpid, person.userid) };
    }
    if (platform === 'wxwork-web' && person?.kind === 'staff') {
      return { code: wecom.oauthCode(seed.company.wecom.corpid, person.userid) };
    }
    if (person?.kind !== 'candidate') throw new Refused(`${String(id)} has no such account`);
    return { code: wechat.loginCode(seed.company.wechat.appid, { openid: person.openid }) };
  },
  'POST /world/phone/subscribe': async ({ wechat }, { person: id, choices }) => {
    const person = personOf(String(id));
    if (person?.kind !== 'candidate') throw new Refused(`${String(id)} has no WeChat here`);
    for (const [template, choice] of Object.entries((choices ?? {}) as Record<string, string>)) {
      wechat.subscription(person.openid, template, choice === 'accept' ? 'accept' : 'reject');
    }
    return {};
  },
  /** HR presses a button on a card in WeCom. */
  'POST /world/phone/card': async ({ wecom }, { person: id, taskId, key }) => {
    const person = personOf(String(id));
    if (person?.kind !== 'staff') throw new Refused(`${String(id)} has no WeCom here`);
    const status = await wecom.press(seed.company.wecom.corpid, person.userid, String(taskId), String(key));
    if (status !== 200) throw new Refused(`answered ${status}`);
    return {};
  },
  /** What a person's workbench shows under the app. */
  'GET /world/phone/workbench': async ({ wecom }, _, url) => {
    const person = personOf(url.searchParams.get('person') ?? '');
    const items = person?.kind === 'staff' ? wecom.workbench(seed.company.wecom.corpid, person.userid) : undefined;
    return { items: items ?? [] };
  },
  'GET /world/phone/templates': async () => templateTitles,
  /** What every recording says from now on. */
  'POST /world/hear': async ({ asr }, { text, confidence }) => {
    asr.say({ text: String(text), ...(typeof confidence === 'number' && { confidence }) });
    return {};
  },
  /** What the company's personnel system knows from now on; `[]` and it knows nothing. */
  'POST /world/personnel': async ({ personnel }, { outcomes }) => {
    const rows = Array.isArray(outcomes) ? (outcomes as unknown[]) : [];
    if (rows.length === 0) personnel.forget();
    personnel.say(...rows);
    return {};
  },
  'POST /world/faults': async (world, { vendors = [], dynamo = [], s3 = [] }) => {
    for (const vendor of [world.wechat, world.wecom, world.sms, world.mail, world.asr, world.llm, world.personnel])
      vendor.faults.set(vendors as never);
    world.dynamo.faults.clear();
    for (const rule of dynamo as never[]) world.dynamo.faults.add(rule);
    world.s3.faults.clear();
    for (const rule of s3 as never[]) world.s3.faults.add(rule);
    world.backstage.add({ kind: 'fault', text: JSON.stringify({ vendors, dynamo, s3 }) });
    return {};
  },
  'POST /world/reset': async (world) => {
    await resetWorld(world);
    return {};
  },
  'POST /world/idle': async (world) => {
    await world.idle();
    return {};
  },
};

/** `nextReminder`: when the next one of anybody's falls due, null where nobody is to be reminded. */
async function timeOf({ clock, config, dynamo }: Controlled) {
  const table = openTable({ ...config, name: config.table, clock, endpoint: dynamo.direct });
  const ahead = await dynamoDue(table).before(endOfTime, mostAhead);
  const next = ahead.find(({ kind }) => kind === 'remind');
  return { now: clock.now().toISOString(), nextReminder: next?.at ?? null };
}

/** After a turn of the clock: tick until nothing is due, as the missed minutes would have. */
async function settle(world: Controlled): Promise<void> {
  for (let ticks = 0; ticks < 50; ticks += 1) {
    await world.idle();
    if ((await world.sweep()).handled === 0) break;
  }
  await world.idle();
}

export const controlHandle =
  (world: Controlled) =>
  async (req: IncomingMessage, res: ServerResponse): Promise<boolean> => {
    const url = new URL(req.url ?? '/', world.origin);
    const route = routes[`${req.method} ${url.pathname}`];
    if (route === undefined) return false;
    try {
      json(res, 200, await route(world, await bodyOf(req), url));
    } catch (error) {
      json(res, 400, { error: { message: error instanceof Error ? error.message : String(error) } });
    }
    return true;
  };

async function bodyOf(req: IncomingMessage): Promise<Body> {
  let text = '';
  for await (const chunk of req as AsyncIterable<Buffer>) text += chunk.toString('utf8');
  return text === '' ? {} : (JSON.parse(text) as Body);
}

function json(res: ServerResponse, status: number, value: unknown): void {
  res.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  res.end(JSON.stringify(value));
}
