import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OrganisationField } from '#shared/intake/columns.ts';
import { upload } from '#test/functions/clip/upload.ts';
import { startTestWorld, type TestWorld } from '#test/functions/journeys/test-world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await startTestWorld();
});
afterAll(() => world.stop());

const sales = async (token = world.hr) =>
  (await world.must('organisation.view', { token })).departments.find(({ name }) => name === '销售部');

describe('the organisation over HTTP', () => {
  it('is the source text’s example', async () => {
    expect(await sales()).toMatchObject({
      own: { headcount: 10, inPost: 8, vacancies: 2, onTheWay: 0 },
      posts: [{ position: '销售代表', requisitions: [{ requisitionId: 'req_salesrep01', vacancies: 2, passed: 0 }] }],
    });
  });

  it('a table of posts is handed in, looked at and taken over', async () => {
    const token = world.hr;
    const given = { purpose: 'organisation' as const, mime: 'text/csv', name: '编制.csv' };
    const { fileId, form } = await world.must('intake.form', { token, input: given });
    const content = '部门,岗位,编制,在职,负责人\r\n销售部,销售代表,12,8,\r\n仓储部,没有这个岗位,3,1,\r\n';
    expect((await upload(form, content)).status).toBe(204);
    await world.must('intake.read', { token, params: { fileId }, input: given });
    await world.idle();
    const file = await world.must('intake.get', { token, params: { fileId } });
    expect(file).toMatchObject({ state: 'ready', columns: ['department', 'post', 'headcount', 'inPost', 'head'] });
    const columns = file.columns as OrganisationField[];
    const seen = await world.must('organisation.previewFile', { token, params: { fileId }, input: { columns } });
    expect(seen).toMatchObject({ wrong: 1, posts: [{ headcount: { from: 10, to: 12 } }], departments: [] });
    const input = { operationId: 'op-http-posts01', columns, digest: seen.digest };
    await world.must('organisation.applyFile', { token, params: { fileId }, input });
    expect(await sales()).toMatchObject({ own: { headcount: 12, inPost: 8, vacancies: 4 } });
  });

  it('WeCom is an admin’s: who leads a department there signs in as its head and sees that one', async () => {
    const refused = await world.refused('organisation.previewWecom', { token: world.hr });
    expect(refused.code).toBe('forbidden');
    const token = world.as('admin');
    const seen = await world.must('organisation.previewWecom', { token });
    expect(seen.people.map(({ name }) => name).sort()).toEqual(['吴昊', '陈静']);
    const input = { operationId: 'op-http-wecom01', digest: seen.digest };
    expect(await world.must('organisation.applyWecom', { token, input })).toMatchObject({ departments: { added: 2 } });
    const code = world.wecom.loginCode('ww0000000000huadong', 'wuhao');
    const session = await world.must('session.wecom', { input: { code, via: 'mini_program' } });
    const own = await world.must('organisation.view', { token: session.token });
    expect(own.departments.map(({ name }) => name)).toEqual(['华东销售一组']);
    expect(own.unplaced).toEqual([]);
  });

  it('a requisition is made, changed and handed over; the card shows it', async () => {
    const token = world.hr;
    const people = { ownerId: 'usr_wangmin', deputyId: 'usr_linyue', interviewerIds: ['usr_zhaolei'] };
    const wanted = { positionId: 'pos_salesrep', departmentId: 'dep_sales', vacancies: 2, priority: 'high' as const };
    const made = await world.must('requisition.create', {
      token,
      input: { operationId: 'op-http-req0001', ...wanted, ...people },
    });
    expect(made).toMatchObject({
      priority: 'high',
      deputy: { name: '林悦' },
      interviewers: [{ name: '赵磊' }],
      most: 2,
    });
    const { requisitions } = await world.must('requisition.list', { token });
    const card = requisitions.find(({ requisitionId }) => requisitionId === made.requisitionId);
    expect(card).toMatchObject({ department: '销售部', position: '销售代表', headcount: 12, inPost: 8, vacancies: 2 });
    const handOver = { operationId: 'op-http-hand001', fromUserId: 'usr_wangmin', toUserId: 'usr_linyue' };
    const done = await world.must('requisition.handOver', {
      token,
      input: { ...handOver, requisitionId: made.requisitionId },
    });
    expect(done.handedOver).toEqual([made.requisitionId]);
    const now = await world.must('requisition.get', { token, params: { requisitionId: made.requisitionId } });
    expect(now).toMatchObject({ owner: { name: '林悦' }, version: 2 });
  });

  it('settings are an admin’s to save; what is no setting is refused', async () => {
    const { version, contact } = await world.must('settings.get', { token: world.hr });
    const input = { operationId: 'op-http-set0001', version, own: { deadlineHours: 48 }, contact };
    expect((await world.refused('settings.save', { token: world.hr, input })).code).toBe('forbidden');
    const saved = await world.must('settings.save', { token: world.as('admin'), input });
    expect(saved).toMatchObject({ version: version + 1, effective: { deadlineHours: 48 } });
    const strange = await world.send('PUT', '/v1/hr/settings', {
      headers: { authorization: `Bearer ${await world.as('admin')()}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        ...input,
        operationId: 'op-http-set0002',
        version: version + 1,
        own: { deadlinehours: 1 },
      }),
    });
    expect(strange).toMatchObject({ ok: false, code: 'invalid_input' });
  });

  it('the pool comes page by page, the best first, each once', async () => {
    const at = { token: world.hr, params: { requisitionId: 'req_salesrep01' } };
    const whole = await world.must('requisition.matches', at);
    expect(whole).toMatchObject({ all: whole.candidates.length, cursor: null });
    const found: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: { limit: number; cursor?: string } = { limit: 3, ...(cursor !== '' && { cursor }) };
      const page: { candidates: { candidateId: string }[]; cursor: string | null } = await world.must(
        'requisition.matches',
        { ...at, query },
      );
      found.push(...page.candidates.map(({ candidateId }) => candidateId));
      cursor = page.cursor;
    }
    expect(found).toEqual(whole.candidates.map(({ candidateId }) => candidateId));
  });
});
