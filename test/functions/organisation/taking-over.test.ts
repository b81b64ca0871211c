import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWecomClient } from '#functions/adapters/wecom/client.ts';
import { wecomContacts } from '#functions/adapters/wecom/contacts.ts';
import { createDepartment } from '#functions/organisation/department.ts';
import { applyFile, applyWecom, previewFile, previewWecom } from '#functions/organisation/import.ts';
import type { Contacts } from '#functions/ports/organisation.ts';
import { createMemoryTokens } from '#test/functions/adapters/memory-tokens.ts';
import { createOutbox } from '#test/world/outbox.ts';
import { listen } from '#test/world/provider/loopback.ts';
import { wecomDepartments, wecomMembers } from '#test/world/seeds/wecom-contacts.ts';
import type { WecomCorp } from '#test/world/wecom/host.ts';
import { createWecom } from '#test/world/wecom/wecom.ts';
import { as, hr, newOperation, type OrganisationStage, startOrganisation } from './stage.ts';

const base = '/world/qyapi.weixin.qq.com';
const app = { corpid: 'ww0000000000huadong', agentid: 1000002, corpsecret: 'secret' };
const admin = as('admin');

let stage: OrganisationStage;
beforeAll(async () => {
  stage = await startOrganisation({ quiet: null });
});
afterAll(() => stage.store.stop());

/** The product's own client against WeCom on this machine. */
async function withWecom<T>(
  more: Partial<WecomCorp>,
  work: (contacts: Contacts, world: ReturnType<typeof createWecom>) => Promise<T>,
): Promise<T> {
  const corp = { ...app, members: wecomMembers, departments: wecomDepartments, ...more };
  const world = createWecom({ base, clock: stage.clock, outbox: createOutbox(), corps: [corp] });
  const server = await listen(world.handle);
  const at = { baseUrl: server.origin + base, ...app, tokens: createMemoryTokens(), clock: stage.clock };
  try {
    return await work(wecomContacts(createWecomClient(at)), world);
  } finally {
    await server.close();
  }
}
const preview = (contacts: Contacts) =>
  previewWecom({ ...stage.deps, contacts }, { ...stage.ask({}, {}, admin), input: {} });
const apply = (contacts: Contacts, digest: string, operationId = newOperation()) =>
  applyWecom({ ...stage.deps, contacts }, stage.ask({}, { operationId, digest }, admin));

describe('WeCom’s contacts', () => {
  it('are read department by department, without mobiles, and a member of two is one', () =>
    withWecom({}, async (contacts) => {
      const read = await contacts.read();
      if (!read.ok) throw new Error(read.error.kind);
      expect(read.departments.map(({ name }) => name)).toEqual([
        '华东制造',
        '销售部',
        '技术部',
        '客户服务部',
        '市场部',
        '华东销售一组',
      ]);
      expect(read.members.map(({ userid }) => userid).sort()).toEqual(wecomMembers.map(({ userid }) => userid).sort());
      expect(read.members.find(({ userid }) => userid === 'wuhao')).toEqual({
        userid: 'wuhao',
        name: '吴昊',
        departments: [6],
        leads: [6],
      });
    }));

  it.each([
    ['may not read contacts', { contacts: false as const }, 48002],
    ['may see no department', { visible: [] }, 60011],
  ])('an app that %s is refused', async (_, more, errcode) => {
    await withWecom(more, async (contacts) => {
      expect(await contacts.read()).toEqual({ ok: false, error: { kind: 'refused', errcode } });
    });
  });

  it('of a part of the company say nothing of the rest', async () => {
    await withWecom({ visible: [2, 6] }, async (contacts) => {
      const seen = await preview(contacts);
      if (!seen.ok) throw new Error(seen.error.code);
      const kinds = [...seen.value.departments, ...seen.value.people].map(({ change }) => change);
      expect(kinds).not.toContain('gone');
      // The parent cannot be seen: it stays where it stands here.
      expect(seen.value.departments.map(({ path }) => path)).toEqual(['华东制造 / 销售部 / 华东销售一组']);
    });
  });

  it.each([
    [{ kind: 'errcode' as const, errcode: 60011 }, 'wecom_refused'],
    [{ kind: 'errcode' as const, errcode: 45009 }, 'unavailable'],
    [{ kind: 'down' as const }, 'unavailable'],
  ])('%j is said, and nothing happens', async (fault, code) => {
    const before = await stage.read();
    await withWecom({}, async (contacts, world) => {
      world.faults.set([{ provider: 'wecom', api: '/cgi-bin/user/list', ...fault }]);
      expect(await preview(contacts)).toMatchObject({ ok: false, error: { code } });
      expect(await apply(contacts, 'x')).toMatchObject({ ok: false, error: { code } });
    });
    expect(await stage.read()).toEqual(before);
  });

  it('are looked at first, taken over once, and exactly so', async () => {
    await withWecom({}, async (contacts) => {
      const seen = await preview(contacts);
      if (!seen.ok) throw new Error(seen.error.code);
      expect(seen.value.departments.map(({ change, path }) => [change, path])).toEqual([
        ['added', '华东制造 / 销售部 / 华东销售一组'],
        ['added', '华东制造 / 市场部'],
      ]);
      expect(seen.value.people.map(({ change, name, heads }) => [change, name, heads])).toEqual([
        ['added', '陈静', ['市场部']],
        ['added', '吴昊', ['华东销售一组']],
      ]);
      expect(await apply(contacts, 'another')).toMatchObject({ error: { code: 'preview_outdated' } });
      const operationId = newOperation();
      const done = await apply(contacts, seen.value.digest, operationId);
      expect(done).toMatchObject({ ok: true, value: { departments: { added: 2 }, people: { added: 2, gone: 0 } } });
      expect(await apply(contacts, seen.value.digest, operationId)).toEqual(done);
      expect(await preview(contacts)).toMatchObject({ value: { departments: [], people: [], unchanged: 6 } });
    });
    const { departments, lastImport } = await stage.read();
    expect(departments.map(({ name, depth }) => [name, depth])).toEqual([
      ['华东制造', 0],
      ['销售部', 1],
      ['华东销售一组', 2],
      ['技术部', 1],
      ['客户服务部', 1],
      ['市场部', 1],
    ]);
    expect(lastImport).toMatchObject({ from: 'wecom', by: '林悦' });
    // Who leads a department signs in as its head, and sees what is theirs.
    const staff = await stage.deps.organisation.staff(stage.company);
    const wu = staff.find(({ name }) => name === '吴昊');
    expect(wu).toMatchObject({ role: 'department_head' });
    const own = await stage.read({ role: 'department_head', company: stage.company, userId: wu?.userId ?? '' });
    expect(own.departments.map(({ name }) => name)).toEqual(['华东销售一组']);
    // The post that was there before is untouched.
    expect(await stage.post()).toMatchObject({ headcount: 10, inPost: 8 });
  });

  it('that changed here after the look are looked at again', async () => {
    await withWecom({ departments: wecomDepartments.filter(({ id }) => id !== 5) }, async (contacts) => {
      const seen = await preview(contacts);
      if (!seen.ok) throw new Error(seen.error.code);
      expect(seen.value.departments).toMatchObject([{ change: 'gone', name: '市场部', kept: false }]);
      const market = (await stage.read()).departments.find(({ name }) => name === '市场部');
      const below = { name: '品牌组', parentId: market?.departmentId ?? null, headUserIds: [], order: 1 };
      await createDepartment(stage.deps, stage.ask({}, below));
      expect(await apply(contacts, seen.value.digest)).toMatchObject({ error: { code: 'preview_outdated' } });
      expect(await preview(contacts)).toMatchObject({ value: { departments: [{ change: 'gone', kept: true }] } });
    });
  });
});

describe('a table of posts', () => {
  const columns = ['department', 'post', 'headcount', 'inPost', 'head'] as const;
  let files = 0;
  async function handedIn(rows: string[][]): Promise<{ fileId: string }> {
    files += 1;
    const fileId = `file_posts${String(files).padStart(4, '0')}`;
    const file = { fileId, purpose: 'organisation' as const, name: '编制.csv', mime: 'text/csv', by: hr.userId };
    const rest = {
      at: stage.clock.now().toISOString(),
      state: 'reading' as const,
      code: null,
      rows: 0,
      headers: [],
      text: null,
    };
    await stage.deps.files.putOnce(stage.company, { ...file, ...rest, applicant: null });
    await stage.deps.files.settle(stage.company, fileId, { state: 'ready', headers: [...columns], rows, text: null });
    return { fileId };
  }
  const look = (at: { fileId: string }) => previewFile(stage.deps, stage.ask(at, { columns: [...columns] }));
  const take = (at: { fileId: string }, digest: string) =>
    applyFile(stage.deps, stage.ask(at, { columns: [...columns], digest }));

  it('names its bad rows and takes the good ones', async () => {
    const at = await handedIn([
      ['销售部', '销售代表', '12', '9', ''],
      ['物流部', '没有的岗位', '3', '1', ''],
      ['法务部', '后端工程师', '2', '0', '林悦'],
    ]);
    const seen = await look(at);
    if (!seen.ok) throw new Error(seen.error.code);
    expect(seen.value).toMatchObject({
      wrong: 1,
      problems: [{ row: 3, column: 'B', field: 'post', problem: 'position_unknown', text: '没有的岗位' }],
      posts: [
        {
          change: 'changed',
          department: '华东制造 / 销售部',
          headcount: { from: 10, to: 12 },
          inPost: { from: 8, to: 9 },
        },
        { change: 'added', department: '华东制造 / 法务部', headcount: { from: null, to: 2 } },
      ],
    });
    expect(await take(at, seen.value.digest)).toMatchObject({ ok: true, value: { posts: { added: 1, changed: 1 } } });
    expect(await stage.post()).toMatchObject({ headcount: 12, inPost: 9, vacancies: 3, version: 2 });
    const legal = (await stage.read()).departments.find(({ name }) => name === '法务部');
    expect(legal).toMatchObject({ heads: [{ name: '林悦' }], own: { headcount: 2, inPost: 0, vacancies: 2 } });
  });

  it('takes over a whole company at once, in as many transactions as it needs', async () => {
    const at = await handedIn(
      Array.from({ length: 220 }, (_, i) => [`分公司${Math.floor(i / 10)}/门店${i}`, '销售代表', '3', '1', '']),
    );
    const seen = await look(at);
    if (!seen.ok) throw new Error(seen.error.code);
    const before = (await stage.read()).departments.length;
    expect(await take(at, seen.value.digest)).toMatchObject({ ok: true, value: { posts: { added: 220 } } });
    expect((await stage.read()).departments.length).toBe(before + 242);
    const again = await look(at);
    expect(again).toMatchObject({ value: { departments: [], posts: [], unchanged: 220 } });
  });

  it('of another kind, or of an applicant, is none', async () => {
    expect(await look({ fileId: 'file_nothing01' })).toMatchObject({ error: { code: 'not_found' } });
  });
});
