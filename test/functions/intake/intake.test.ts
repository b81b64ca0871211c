import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import type { Output } from '#shared/contract/operations.ts';
import type { CandidateField } from '#shared/intake/columns.ts';
import type { FilePurpose } from '#shared/intake/files.ts';
import { upload } from '#test/functions/clip/upload.ts';
import { startTestWorld, type TestWorld } from '#test/functions/journeys/test-world.ts';
import { eicar } from '#test/world/s3/scanning.ts';
import { salesPosition } from '#test/world/seeds/positions.ts';
import { seed } from '#test/world/seeds/world-seed.ts';

let world: TestWorld;
let token: string;
beforeAll(async () => {
  world = await startTestWorld();
  token = await world.hr();
});
afterAll(() => world.stop());

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
let operations = 0;
const operationId = () => {
  operations += 1;
  return `op-intake-${String(operations).padStart(6, '0')}`;
};
const fits = seed.candidates[0]?.resume ?? '';

async function handIn(content: string | Uint8Array<ArrayBuffer>, purpose: FilePurpose, mime: string, name = 'people') {
  const { fileId, form } = await world.must('intake.form', { token, input: { purpose, mime, name } });
  expect((await upload(form, content)).status).toBe(204);
  await world.must('intake.read', { token, params: { fileId }, input: { purpose, mime, name } });
  await world.idle();
  return world.must('intake.get', { token, params: { fileId } }).then((file) => ({ fileId, ...file }));
}
const csv = (content: string | Uint8Array<ArrayBuffer>) => handIn(content, 'candidates', 'text/csv', 'people.csv');
const columnsOf = (file: Output<'intake.get'>) => file.columns as (CandidateField | null)[];
const previewOf = (file: Output<'intake.get'> & { fileId: string }) =>
  world.must('intake.preview', { token, params: { fileId: file.fileId }, input: { columns: columnsOf(file) } });

describe('a table of candidates', () => {
  const known = seed.candidates[1]?.phone ?? '';
  const table = [
    '姓名,手机号,邮箱,当前职位,简历',
    `新人甲,138 0000 0001,jia@example.cn,销售代表,"${fits.replaceAll('"', '""')}"`,
    '新人乙,+86 13800000002,,,',
    `老朋友,${known},,,`,
    ',13800000003,,,',
    '坏号码,1380000,,,',
    '重复者,13800000001,,,',
    '=cmd(),13800000004,nonsense,,',
  ].join('\r\n');

  it('is previewed with what is new, known and wrong, and nothing is written', async () => {
    const file = await csv(table);
    expect(file).toMatchObject({ state: 'ready', rows: 7, columns: ['name', 'phone', 'email', 'headline', 'resume'] });
    const preview = await previewOf(file);
    expect(preview).toMatchObject({ new: 2, known: 1, wrong: 4 });
    expect(preview.problems).toEqual([
      { row: 5, column: 'A', field: 'name', problem: 'name_missing', first: null, text: '' },
      { row: 6, column: 'B', field: 'phone', problem: 'phone_invalid', first: null, text: '1380000' },
      { row: 7, column: 'B', field: 'phone', problem: 'repeated', first: 2, text: '13800000001' },
      { row: 8, column: 'C', field: 'email', problem: 'email_invalid', first: null, text: 'nonsense' },
    ]);
    expect((await previewOf(file)).new).toBe(2);
  });

  it('is imported once, however often it is asked for, and its people are matched', async () => {
    const file = await csv(table);
    const input = { columns: columnsOf(file), operationId: operationId() };
    const params = { fileId: file.fileId };
    const { importId } = await world.must('intake.import', { token, params, input });
    await world.must('intake.import', { token, params, input });
    await world.idle();
    const done = await world.must('intake.get', { token, params, query: { importId } });
    expect(done.import).toMatchObject({ state: 'done', added: 2, known: 1, skipped: 4, done: 7, all: 7 });
    const other = { ...input, columns: [...input.columns].reverse() };
    expect((await world.refused('intake.import', { token, params, input: other })).code).toBe('operation_conflict');
    const again = await csv(table);
    expect(await previewOf(again)).toMatchObject({ new: 0, known: 3 });
    const requisitionId = await world.newRequisition();
    const { candidates } = await world.must('requisition.matches', { token, params: { requisitionId } });
    const fresh = candidates.find(({ name }) => name === '新人甲');
    expect(fresh?.match.matched).toBe(true);
    const preview = await world.must('invitation.preview', {
      token,
      params: { requisitionId },
      input: { candidateIds: candidates.map(({ candidateId }) => candidateId) },
    });
    expect(preview.open).toBe(true);
    expect(preview.people.find(({ name }) => name === '新人甲')).toMatchObject({
      why: null,
      channels: ['sms', 'email'],
    });
    expect(preview.people.find(({ name }) => name === '新人乙')).toMatchObject({ why: 'not_matched' });
    await world.must('application.invite', {
      token,
      params: { requisitionId },
      input: { operationId: operationId(), candidateId: fresh?.candidateId ?? '' },
    });
    const after = await world.must('invitation.preview', {
      token,
      params: { requisitionId },
      input: { candidateIds: [fresh?.candidateId ?? ''] },
    });
    expect(after.people[0]?.why).toBe('already_invited');
  });

  it('is read as Excel writes it, in its own file and in GB18030', async () => {
    const sheet = await writeXlsxFile([
      [{ value: '姓名' }, { value: '手机' }],
      [{ value: '表格人' }, { value: 13_800_000_010, type: Number }],
    ]);
    const file = await handIn(new Uint8Array(await sheet.toBuffer()), 'candidates', xlsx, 'people.xlsx');
    expect(await previewOf(file)).toMatchObject({ new: 1, sample: [{ row: 2, name: '表格人', phone: '13800000010' }] });
    // 姓名,手机 · 张三 in GB18030, as Excel in Chinese saves a CSV.
    const old = Uint8Array.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xca, 0xd6, 0xbb, 0xfa, 0x0a, 0xd5, 0xc5, 0xc8, 0xfd]);
    const bytes = Buffer.concat([old, Buffer.from(',13800000011\n')]);
    expect((await previewOf(await csv(new Uint8Array(bytes)))).sample[0]?.name).toBe('张三');
  });

  it('with malware in it is not opened, and nothing of it is kept beside (SCENARIOS 21)', async () => {
    const file = await handIn(`姓名,手机\n坏人,13800000099\n${eicar}`, 'candidates', 'text/csv');
    expect(file).toMatchObject({ state: 'failed', code: 'infected' });
    const resume = await handIn(`张三 ${eicar}`, 'resume', 'text/plain');
    expect(resume).toMatchObject({ state: 'failed', code: 'infected' });
    const input = { operationId: operationId(), name: '张三', phone: '13800000098', email: '', headline: '' };
    const refused = await world.refused('candidate.save', { token, input: { ...input, fileId: resume.fileId } });
    expect(refused.code).toBe('file_not_ready');
    const again = await world.refused('intake.readAgain', { token, params: { fileId: file.fileId } });
    expect(again.code).toBe('file_not_ready');
  });

  it('that hurts is refused with a closed code', async () => {
    const commas = await csv(','.repeat(4_900_000));
    expect(commas).toMatchObject({ state: 'failed', code: 'too_many_columns' });
    const broken = await handIn('PK\u0003\u0004 nothing', 'candidates', xlsx);
    expect(broken).toMatchObject({ state: 'failed', code: 'unreadable' });
    const { form } = await world.must('intake.form', {
      token,
      input: { purpose: 'candidates', mime: 'text/csv', name: 'big.csv' },
    });
    expect((await upload(form, 'x'.repeat(5_000_001))).status).toBe(400);
    const refused = await world.refused('intake.form', {
      token,
      input: { purpose: 'candidates', mime: 'application/pdf', name: 'x' },
    });
    expect(refused.code).toBe('media_not_allowed');
  });

  it('gives its problem rows back as they stand', async () => {
    const file = await csv(table);
    const { rows } = await world.must('intake.problems', {
      token,
      params: { fileId: file.fileId },
      input: { columns: columnsOf(file) },
    });
    expect(rows.map(({ row }) => row)).toEqual([5, 6, 7, 8]);
    expect(rows.at(-1)?.cells[0]).toBe('=cmd()');
  });
});

describe('one résumé', () => {
  const text = ['张小明', '电话：138-1234-5678  邮箱：xiaoming@example.cn', '', fits].join('\n');

  it('becomes a candidate once somebody has looked at what was read', async () => {
    const file = await handIn(text, 'resume', 'text/plain', '张小明.txt');
    expect(file).toMatchObject({
      state: 'ready',
      facts: { name: '张小明', phone: '13812345678', email: 'xiaoming@example.cn' },
    });
    const input = {
      operationId: operationId(),
      name: '张小明',
      phone: '13812345678',
      email: '',
      headline: '',
      fileId: file.fileId,
    };
    const saved = await world.must('candidate.save', { token, input });
    expect(saved).toMatchObject({ outcome: 'added', problems: [] });
    expect(await world.must('candidate.save', { token, input })).toEqual(saved);
    const other = { ...input, operationId: operationId(), name: '别人' };
    expect(await world.must('candidate.save', { token, input: other })).toMatchObject({
      outcome: 'known',
      candidateId: saved.candidateId,
    });
    const params = { candidateId: saved.candidateId ?? '' };
    const shown = await world.must('candidate.get', { token, params });
    expect(shown).toMatchObject({ name: '张小明', phone: '13812345678', file: { name: '张小明.txt' } });
    expect(await (await fetch(shown.file?.url ?? '')).text()).toBe(text);
    const edited = { ...input, ...params, operationId: operationId(), name: '张晓明', phone: '13812345679' };
    expect(await world.must('candidate.save', { token, input: edited })).toMatchObject({ outcome: 'changed' });
    expect(await world.must('candidate.get', { token, params })).toMatchObject({
      name: '张晓明',
      resume: shown.resume,
    });
    const wrong = { ...input, operationId: operationId(), phone: '12' };
    expect(await world.must('candidate.save', { token, input: wrong })).toMatchObject({
      outcome: 'wrong',
      problems: [{ field: 'phone', problem: 'phone_invalid' }],
    });
  });
});

describe('a link', () => {
  const consent = { version: '2026-11', granted: true as const };
  const asGuest = (name: string, phone: string, more = {}) => ({
    operationId: operationId(),
    name,
    phone,
    email: '',
    headline: '',
    resume: fits,
    consent,
    ...more,
  });

  it('brings a stranger into 新投递, the same phone once, and tells nobody who is known', async () => {
    const requisitionId = await world.newRequisition();
    const params = { requisitionId };
    expect((await world.must('requisition.link', { token, params })).linkId).toBeNull();
    const { linkId } = await world.must('requisition.renewLink', { token, params, input: { instead: null } });
    expect((await world.must('requisition.renewLink', { token, params, input: { instead: null } })).linkId).toBe(
      linkId,
    );
    const job = await world.must('apply.open', { params: { linkId } });
    expect(job).toMatchObject({ title: salesPosition.title, open: true });
    const stranger = asGuest('投递人', '13900000001', { source: 'campus' });
    const answer = await world.must('apply.send', { params: { linkId }, input: stranger });
    expect(answer).toEqual({ received: true, problems: [] });
    await world.must('apply.send', { params: { linkId }, input: stranger });
    await world.must('apply.send', { params: { linkId }, input: asGuest('投递人', '139-0000-0001') });
    const known = seed.candidates[2];
    const posing = asGuest('冒名者', known?.phone ?? '', { resume: '我什么都会。' });
    expect(await world.must('apply.send', { params: { linkId }, input: posing })).toEqual(answer);
    const { wishes } = await world.must('requisition.wishes', { token, params });
    expect(wishes).toHaveLength(2);
    expect(wishes.find(({ name }) => name === '投递人')).toMatchObject({
      times: 2,
      source: 'campus',
      resume: 'there',
      match: { matched: true },
    });
    const waiting = wishes.find(({ name }) => name === '冒名者');
    expect(waiting).toMatchObject({ resume: 'newer', match: { matched: false }, candidateId: known?.candidateId });
    const kept = await world.must('candidate.get', { token, params: { candidateId: known?.candidateId ?? '' } });
    expect(kept).toMatchObject({ name: known?.name, resume: known?.resume });
    const whose = { ...params, candidateId: known?.candidateId ?? '' };
    await world.must('requisition.adoptResume', { token, params: whose, input: { adopt: true } });
    const adopted = await world.must('candidate.get', { token, params: { candidateId: whose.candidateId } });
    expect(adopted.resume).toBe('我什么都会。');
    const renewed = await world.must('requisition.renewLink', { token, params, input: { instead: linkId } });
    expect((await world.refused('apply.open', { params: { linkId } })).code).toBe('link_invalid');
    expect((await world.must('apply.open', { params: { linkId: renewed.linkId } })).open).toBe(true);
  });

  it('takes a résumé as a file, and so many times only', async () => {
    const requisitionId = await world.newRequisition();
    const params = { requisitionId };
    const { linkId } = await world.must('requisition.renewLink', { token, params, input: { instead: null } });
    const file = { name: '简历.txt', mime: 'text/plain' };
    const { fileId, form } = await world.must('apply.form', { params: { linkId }, input: file });
    await upload(form, `李四\n${fits}`);
    const input = asGuest('李四', '13900000011', { resume: '', file: { fileId, ...file } });
    await world.must('apply.send', { params: { linkId }, input });
    await world.idle();
    const { wishes } = await world.must('requisition.wishes', { token, params });
    expect(wishes[0]).toMatchObject({ name: '李四', resume: 'there', match: { matched: true } });
    // HR cannot take an applicant's file for a file of its own, nor a stranger HR's.
    expect((await world.refused('intake.get', { token, params: { fileId } })).code).toBe('not_found');
    for (let n = 0; n < 4; n += 1) {
      await world.must('apply.send', { params: { linkId }, input: asGuest('李四', '13900000011') });
    }
    const refused = await world.refused('apply.send', { params: { linkId }, input: asGuest('李四', '13900000011') });
    expect(refused.code).toBe('rate_limited');
  });
});

describe('results of a round', () => {
  it('are found by phone or application, and what is wrong is named', async () => {
    const person = await world.newCandidate();
    const saved = await world.must('candidate.save', {
      token,
      input: {
        operationId: operationId(),
        ...person,
        name: '有成绩的人',
        phone: '13700000001',
        email: '',
        candidateId: person.candidateId,
      },
    });
    expect(saved.outcome).toBe('changed');
    const requisitionId = await world.newRequisition();
    const invited = await world.must('application.invite', {
      token,
      params: { requisitionId },
      input: { operationId: operationId(), candidateId: person.candidateId },
    });
    await world.idle();
    const file = await handIn(
      `手机,环节,分数,是否通过,评语\n13700000001,笔试,88分,通过,很好\n13700000009,复试,70,否,\n13700000001,体检,101,也许,\n`,
      'rounds',
      'text/csv',
    );
    expect(file.columns).toEqual(['phone', 'round', 'score', 'passed', 'comment']);
    const columns = ['phone', 'round', 'score', 'passed', 'comment'] as const;
    const found = await world.must('intake.rounds', {
      token,
      params: { fileId: file.fileId },
      input: { columns: [...columns] },
    });
    expect(found.results).toMatchObject([
      { row: 2, applicationId: invited.applicationId, round: 'written_test', score: 88, passed: true, comment: '很好' },
    ]);
    expect(found.problems.map(({ row, problem }) => [row, problem])).toEqual([
      [3, 'who_unknown'],
      [4, 'round_unknown'],
      [4, 'score_invalid'],
      [4, 'passed_unknown'],
    ]);
  });
});
