import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Key, keys } from '#functions/adapters/dynamo/keys.ts';
import { intakeHandler } from '#functions/handlers/intake-handler.ts';
import { intakeLimits } from '#shared/intake/files.ts';
import { upload } from '#test/functions/clip/upload.ts';
import { company, startTestWorld, type TestWorld } from '#test/functions/journeys/test-world.ts';
import { seed } from '#test/world/seeds/world-seed.ts';

let world: TestWorld;
let token: string;
beforeAll(async () => {
  world = await startTestWorld();
  token = await world.hr();
});
afterAll(() => world.stop());

const fits = seed.candidates[0]?.resume ?? '';
const file = { name: '简历.txt', mime: 'text/plain' };
const consent = { granted: true as const, version: '2026-01' };
let operations = 0;
const operationId = () => {
  operations += 1;
  return `op-unread-${String(operations).padStart(6, '0')}`;
};

async function set(Key: Key, values: Record<string, unknown>): Promise<void> {
  const names = Object.keys(values);
  await world.table.send(
    new UpdateCommand({
      TableName: world.table.name,
      Key,
      UpdateExpression: `SET ${names.map((_, i) => `#n${i} = :v${i}`).join(', ')}`,
      ExpressionAttributeNames: Object.fromEntries(names.map((name, i) => [`#n${i}`, name])),
      ExpressionAttributeValues: Object.fromEntries(names.map((name, i) => [`:v${i}`, values[name]])),
    }),
  );
}

describe('a file whose job was lost', () => {
  it('is not read for ever: it is said to be given up, and is read when it is tried again', async () => {
    const { fileId, form } = await world.must('intake.form', { token, input: { purpose: 'resume', ...file } });
    await upload(form, `王五\n${fits}`);
    const params = { fileId };
    await world.must('intake.read', { token, params, input: { purpose: 'resume', ...file } });
    await world.idle();
    const at = new Date(world.clock.now().getTime() - (intakeLimits.readMinutes + 1) * 60_000).toISOString();
    await set(keys.file(company, fileId), { state: 'reading', text: null, at });
    expect(await world.must('intake.get', { token, params })).toMatchObject({ state: 'failed', code: 'gave_up' });
    expect(await world.must('intake.readAgain', { token, params })).toEqual({ state: 'reading' });
    expect(await world.must('intake.readAgain', { token, params })).toEqual({ state: 'reading' });
    await world.idle();
    expect(await world.must('intake.get', { token, params })).toMatchObject({ state: 'ready', code: null });
    expect(await world.must('intake.readAgain', { token, params })).toEqual({ state: 'ready' });
  });

  it('is given up at its last try, and what another try cannot help is not tried again', async () => {
    const files = new Map<string, { state: string; code: string | null }>();
    const broken = async () => {
      throw new Error('the worker died');
    };
    const record = { fileId: 'file_broken01', purpose: 'resume', state: 'reading', applicant: null };
    const deps = {
      files: {
        get: async () => ({ ...record, ...files.get('one') }),
        settle: async (_: string, __: string, outcome: { state: string; code: string }) =>
          void files.set('one', { state: outcome.state, code: outcome.code }),
      },
      media: { list: broken },
    };
    const job = { company, fileId: record.fileId };
    const give = (count: number) =>
      intakeHandler(deps as object as Parameters<typeof intakeHandler>[0])(
        {
          Records: [{ messageId: 'm', body: JSON.stringify(job), attributes: { ApproximateReceiveCount: `${count}` } }],
        } as object as Parameters<ReturnType<typeof intakeHandler>>[0],
        {} as Parameters<ReturnType<typeof intakeHandler>>[1],
      );
    await give(1);
    expect(files.size).toBe(0);
    await give(intakeLimits.readTries);
    expect(files.get('one')).toEqual({ state: 'failed', code: 'gave_up' });

    const { fileId } = await world.must('intake.form', { token, input: { purpose: 'resume', ...file } });
    await world.must('intake.read', { token, params: { fileId }, input: { purpose: 'resume', ...file } });
    await world.idle();
    expect((await world.refused('intake.readAgain', { token, params: { fileId } })).code).toBe('file_not_ready');
  });
});

describe('「新投递」', () => {
  const count = async (requisitionId: string) => {
    const { requisitions } = await world.must('requisition.list', { token });
    return requisitions.find((one) => one.requisitionId === requisitionId)?.wishes;
  };

  it('says why a résumé was not read, and has it once it is', async () => {
    const requisitionId = await world.newRequisition();
    const params = { requisitionId };
    const { linkId } = await world.must('requisition.renewLink', { token, params, input: { instead: null } });
    const { fileId, form } = await world.must('apply.form', { params: { linkId }, input: file });
    const who = { name: '赵六', phone: '13900000031', email: '', headline: '', resume: '', consent };
    await world.must('apply.send', {
      params: { linkId },
      input: { ...who, operationId: operationId(), file: { fileId, ...file } },
    });
    await world.idle();
    const wish = async () => (await world.must('requisition.wishes', { token, params })).wishes[0];
    expect(await wish()).toMatchObject({ resume: 'unread', unread: { fileId, code: 'missing', again: false } });
    await upload(form, `赵六\n${fits}`);
    const candidateId = (await wish())?.candidateId ?? '';
    await set(keys.file(company, fileId), { code: 'gave_up' });
    await set(keys.wish(company, requisitionId, candidateId), { unread: { fileId, code: 'gave_up' } });
    expect(await wish()).toMatchObject({ unread: { again: true } });
    await world.must('intake.readAgain', { token, params: { fileId } });
    await world.idle();
    expect(await wish()).toMatchObject({ resume: 'there', unread: null, match: { matched: true } });
  });

  it('is counted until they are invited, however often they apply', async () => {
    const requisitionId = await world.newRequisition();
    const params = { requisitionId };
    const { linkId } = await world.must('requisition.renewLink', { token, params, input: { instead: null } });
    const apply = (name: string, phone: string) =>
      world.must('apply.send', {
        params: { linkId },
        input: { name, phone, email: '', headline: '', resume: fits, consent, operationId: operationId() },
      });
    expect(await count(requisitionId)).toBe(0);
    await apply('甲', '13900000041');
    await apply('乙', '13900000042');
    await apply('甲', '13900000041');
    expect(await count(requisitionId)).toBe(2);
    const { wishes } = await world.must('requisition.wishes', { token, params });
    const first = wishes.find(({ name }) => name === '甲');
    await world.must('application.invite', {
      token,
      params,
      input: { operationId: operationId(), candidateId: first?.candidateId ?? '' },
    });
    expect(await count(requisitionId)).toBe(1);
    await apply('甲', '13900000041');
    expect(await count(requisitionId)).toBe(1);
  });
});
