import type { CallbackKeys } from '#functions/adapters/wechat/crypto.ts';
import type { OperationId } from '#shared/contract/operations.ts';
import { pathOf } from '#shared/contract/routes.ts';
import { requisition } from '#test/functions/simulation/client/small-interview.ts';
import { lambdaContext } from '#test/world/lambda-context.ts';
import { signed } from '#test/world/provider/push.ts';
import {
  ask,
  asMember,
  asPerson,
  atTheDoor,
  codeOf,
  eventOf,
  type Given,
  nobody,
  type Reply,
  type Who,
} from './ask.ts';
import type { Part } from './before.ts';
import type { Life } from './life.ts';
import { company, otherCompany, ownerOf, type Person } from './people.ts';

const nowhere = 'itv_nothing0000';

/** Whatever is asked about somebody else is answered as for nothing. */
async function asForNothing<O extends OperationId>(
  life: Life,
  who: Who,
  operation: O,
  given: (interviewId: string) => Given<O>,
  theirs: string,
): Promise<void> {
  const [real, none] = [
    await ask(life, who, operation, given(theirs)),
    await ask(life, who, operation, given(nowhere)),
  ];
  const told = ({ kind, ...rest }: Reply<unknown>) => JSON.stringify(kind === 'refused' ? rest : kind);
  const silent = [real, none].some(
    ({ kind, ...rest }) => kind === 'unknown' || kind === 'offline' || ('code' in rest && rest.code === 'unavailable'),
  );
  if (real.kind === 'ok') life.problem(`${who.label} got ${operation} of ${theirs}`);
  else if (!silent && told(real) !== told(none)) life.problem(`${operation}: ${told(real)} is not ${told(none)}`);
}

/** One candidate asks for another's; another company's recruiter for this one's; nobody for anything. */
export async function strangers(life: Life, [a, b]: [Part, Part]): Promise<void> {
  const { random } = life;
  const operationId = () => `op-stranger-${life.seed}-${random.below(1e9)}`;
  const content = { sent: ['不是我的'], typing: '', done: true };
  const tries: ((who: Who, id: string) => Promise<void>)[] = [
    (who, id) => asForNothing(life, who, 'interview.get', (interviewId) => ({ params: { interviewId } }), id),
    (who, id) => asForNothing(life, who, 'interview.report', (interviewId) => ({ params: { interviewId } }), id),
    (who, id) => asForNothing(life, who, 'booking.slots', (interviewId) => ({ params: { interviewId } }), id),
    (who, id) => asForNothing(life, who, 'ticket.mine', (interviewId) => ({ params: { interviewId } }), id),
    (who, id) => asForNothing(life, who, 'clip.get', (interviewId) => ({ params: { interviewId, clipId: '1-1' } }), id),
    (who, id) =>
      asForNothing(
        life,
        who,
        'interview.saveDraft',
        (interviewId) => ({
          params: { interviewId, questionId: 'qone' },
          input: { attempt: 1, number: 1_000_900, content },
        }),
        id,
      ),
    (who, id) =>
      asForNothing(
        life,
        who,
        'interview.end',
        (interviewId) => ({
          params: { interviewId },
          input: { operationId: operationId(), attempt: 1, numbers: {} },
        }),
        id,
      ),
    (who, id) =>
      asForNothing(
        life,
        who,
        'interview.decline',
        (interviewId) => ({
          params: { interviewId },
          input: { operationId: operationId(), reason: 'withdrawn' },
        }),
        id,
      ),
  ];
  for (let n = 0; n < 3; n += 1) await random.pick(tries)(a.who, b.interviewId);
  life.see('19 another candidate asks');
  const abroad = asMember(ownerOf(otherCompany));
  const ofStaff: ((id: string) => Promise<void>)[] = [
    (id) => asForNothing(life, abroad, 'report.review', (interviewId) => ({ params: { interviewId }, query: {} }), id),
    (id) =>
      asForNothing(
        life,
        abroad,
        'interview.decide',
        (interviewId) => ({
          params: { interviewId },
          input: { operationId: operationId(), outcome: 'reject' },
        }),
        id,
      ),
    (id) => asForNothing(life, abroad, 'interview.resync', (interviewId) => ({ params: { interviewId } }), id),
    (id) => asForNothing(life, abroad, 'ticket.read', (interviewId) => ({ params: { interviewId } }), id),
    (id) =>
      asForNothing(
        life,
        abroad,
        'interview.extend',
        (interviewId) => ({
          params: { interviewId },
          input: { operationId: operationId(), reason: 'asked', hours: 2 },
        }),
        id,
      ),
  ];
  for (let n = 0; n < 3; n += 1) await random.pick(ofStaff)(a.interviewId);
  const dossier = await ask(life, abroad, 'application.dossier', { params: { applicationId: a.applicationId } });
  if (dossier.kind === 'ok') life.problem('another company reads a dossier');
  await ask(life, abroad, 'workbench.list', { query: { status: 'invited' } });
  await ask(life, abroad, 'candidate.get', { params: { candidateId: a.person.candidateId } });
  await ask(life, abroad, 'requisition.matches', { params: { requisitionId: requisition.requisitionId }, query: {} });
  // Of their own they see their own.
  const own = asPerson(life.people[2] as Person, 'o');
  await ask(life, own, 'interview.list', {});
  life.see('20 another company asks');
}

/** Bodies that are too much: said clearly, and the next request is served as ever. */
export async function bodies(life: Life, { who, interviewId }: Part): Promise<void> {
  const path = pathOf('interview.saveDraft', { interviewId, questionId: 'qone' });
  const authorization = `Bearer ${who.token}`;
  const draft = (content: unknown) => JSON.stringify({ attempt: 1, number: 1_000_901, content });
  const cases: [string, string, string[]][] = [
    ['a large body', 'x'.repeat(1_000_001), ['payload_too_large']],
    ['a deep one', `{"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}`, ['malformed_json']],
    ['half of one', '{"attempt":1,', ['malformed_json']],
    ['a long answer', draft({ sent: ['长'.repeat(6_000)], typing: '', done: true }), ['answer_too_long']],
    ['a slow pattern', draft({ sent: [`${'a'.repeat(4_000)}!`], typing: 1, done: true }), ['invalid_input']],
    [
      'many bubbles',
      draft({ sent: Array.from({ length: 201 }, () => '啊'), typing: '', done: true }),
      ['invalid_input'],
    ],
  ];
  const [what, body, codes] = life.random.pick(cases);
  const passing = ['unavailable', 'token_expired', 'unauthenticated', 'unknown', 'offline'];
  const reply = await atTheDoor(life, who, { method: 'PUT', path, body, headers: { authorization } });
  if (![...codes, ...passing].includes(codeOf(reply))) life.problem(`${what} was answered ${codeOf(reply)}`);
  life.see('22 a body that is too much');
  const odd = life.random.pick([
    '/v1/interviews/..%2f..%2f',
    '/v1/interviews/%00',
    '/v1/hr/../interviews',
    '/v1/nothing',
  ]);
  const lost = await atTheDoor(life, nobody, { method: 'GET', path: odd });
  if (lost.kind === 'ok') life.problem(`${odd} is something`);
  await ask(life, who, 'interview.get', { params: { interviewId } });
}

/** Media under a key of another's making, of another type, of another size. */
export async function media(life: Life, part: Part, epoch: number, attempt: number): Promise<void> {
  const { who, interviewId } = part;
  const params = { interviewId };
  const clipId = `${epoch}-900`;
  const voice = { kind: 'voice', mime: 'audio/webm' } as const;
  const asked = { clipId, questionId: 'qone', ...voice, from: 0, count: 1 };
  const refusedAs = async (what: string, input: typeof asked, codes: string[]) => {
    const code = codeOf(await ask(life, who, 'clip.forms', { params, input }));
    if (![...codes, 'unknown', 'offline', 'unavailable'].includes(code)) life.problem(`${what} was answered ${code}`);
  };
  const { random } = life;
  if (random.chance(0.5)) await refusedAs('a way up', { ...asked, clipId: '../../1-1' }, ['invalid_input']);
  else
    await refusedAs('another way up', { ...asked, questionId: '../../x' }, [
      'not_found',
      'invalid_input',
      'interview_ended',
    ]);
  await refusedAs('a page', { ...asked, mime: 'text/html' as never }, ['media_not_allowed', 'interview_ended']);
  const reply = await ask(life, who, 'clip.forms', { params, input: asked });
  if (reply.kind !== 'ok') return;
  const [form] = reply.value.forms;
  if (form === undefined) return life.problem('no form');
  const key = form.fields.key ?? '';
  if (!key.startsWith(`c/${company}/interview/${interviewId}/clip/${attempt}/`))
    life.problem(`a form writes to ${key}`);
  const small = Buffer.from('x');
  const swapped = { ...form.fields, key: key.replace(interviewId, nowhere) };
  if (life.bucket.post({ fields: swapped }, small) === 204) life.problem("a form writes to somebody else's");
  if (life.bucket.post({ fields: { ...form.fields, key: `${key}/../../x` } }, small) === 204)
    life.problem('a form writes elsewhere');
  if (life.bucket.post({ fields: { ...form.fields, 'Content-Type': 'text/html' } }, small) === 204)
    life.problem('a form takes a page');
  if (life.bucket.post(form, Buffer.alloc(form.maxBytes + 1)) === 204) life.problem('a form takes more than it says');
  life.see('21 media of another key, type and size');
}

/** What a platform pushes; what somebody pushes who would like to be it. */
export async function callbacks(life: Life, { person, interviewId }: Part): Promise<void> {
  const { config, clock, functions } = life;
  const keys: CallbackKeys = { ...config.wechat.callback, receiver: config.wechat.appid };
  const credits = async () =>
    (await life.quietly(() => functions.credits.left(company, person.candidateId, 'result'))) ?? 0;
  const push = async (over: { keys?: Partial<CallbackKeys>; at?: number } = {}) => {
    const message = JSON.stringify({
      ToUserName: 'gh_life',
      FromUserName: person.openid,
      CreateTime: Math.floor(life.now() / 1_000),
      MsgType: 'event',
      Event: 'subscribe_msg_popup_event',
      List: { TemplateId: config.wechat.templates.result, SubscribeStatusString: 'accept' },
    });
    const by = { now: () => new Date(over.at ?? life.now()) };
    const made = signed('http://life.invalid/v1/callbacks/wechat', { ...keys, ...over.keys }, by, message, 'json');
    return { made, url: new URL(made.url) };
  };
  const arrive = async ({ made, url }: Awaited<ReturnType<typeof push>>): Promise<number | 'died'> => {
    const raw = { method: 'POST', path: url.pathname, search: url.search.slice(1), body: made.body };
    const run = life.newRun('callback');
    const done = await life.inRun(run, () => functions.callbacks(eventOf(life, raw), lambdaContext('callbacks')));
    if (done === 'died') return done;
    if (done.statusCode === 500 && run.faults.length === 0) life.problem('a callback failed without a reason');
    return done.statusCode ?? 0;
  };
  const before = await credits();
  const forged = await push({ keys: { token: 'somebodyElse' } });
  const stale = await push({ at: life.now() - 10 * 60_000 });
  const foreign = await push({ keys: { receiver: 'wx_somebody_else' } });
  for (const [what, one] of Object.entries({ forged, stale, foreign })) {
    const status = await arrive(one);
    if (status !== 403 && status !== 'died') life.problem(`a ${what} callback was answered ${status}`);
  }
  if ((await credits()) !== before) life.problem('a callback that was refused did something');
  life.see('18 forged, stale, of another');
  const real = await push();
  let done = 0;
  for (let n = 0; n < 4; n += 1) if ((await arrive(real)) === 200) done += 1;
  const now = await credits();
  if (now > before + 1) life.problem(`one callback, pushed ${done} times, counted ${now - before} times`);
  if (done > 1 && now <= before + 1) life.see('18 the same again counts once');
  void clock;
  void interviewId;
}
