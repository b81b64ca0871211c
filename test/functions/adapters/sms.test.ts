import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tc3Authorization } from '#functions/adapters/sms/tc3-sign.ts';
import { createTencentSms, type TencentSms } from '#functions/adapters/sms/tencent.ts';
import { createClock } from '#test/world/clock.ts';
import { createOutbox } from '#test/world/outbox.ts';
import { listen } from '#test/world/provider/loopback.ts';
import { createSms } from '#test/world/sms/sms.ts';

const base = '/world/sms.tencentcloudapi.com';
const account = { secretId: 'AKIDworld', secretKey: 'world-secret-key' };
const template = { id: '1110', text: '{1}您好,{2}邀请您参加AI面试,点击 https://wxaurl.cn/{3} 进入,请在{4}前完成。' };
const call = {
  phone: '+8613800000000',
  templateId: template.id,
  params: ['张三', '云帆科技', 'aB3-x_9', '1月8日15:00'],
  sessionContext: 'itv_1/invite',
};

function createSetting() {
  const clock = createClock({ start: new Date('2026-01-05T07:00:00Z'), frozen: true });
  const outbox = createOutbox();
  const accounts = [{ ...account, sdkAppIds: ['1400006666'] }];
  const plain = { id: '1111', text: '面试提醒' };
  const world = createSms({
    base,
    clock,
    outbox,
    accounts,
    templates: [template, plain],
    signs: ['面聊'],
    dailyCap: 3,
  });
  return { clock, outbox, world };
}

let setting: ReturnType<typeof createSetting>;
let server: Awaited<ReturnType<typeof listen>>;
let sms: TencentSms;

const smsWith = (over: Partial<Parameters<typeof createTencentSms>[0]> = {}): TencentSms =>
  createTencentSms({
    endpoint: server.origin + base,
    ...account,
    sdkAppId: '1400006666',
    signName: '面聊',
    region: 'ap-guangzhou',
    clock: setting.clock,
    ...over,
  });

beforeEach(async () => {
  setting = createSetting();
  server = await listen(setting.world.handle);
  sms = smsWith();
});

afterEach(() => server.close());

const code = async (outcome: ReturnType<TencentSms['send']>) => {
  const { ok, ...rest } = await outcome;
  if (ok || !('error' in rest)) return undefined;
  return rest.error.kind === 'refused' ? rest.error.errcode : rest.error.kind;
};

describe('signature v3', () => {
  it('reproduces the vector of Tencent Cloud’s documentation (signature method v3, cvm DescribeInstances)', () => {
    expect(
      tc3Authorization({
        secretId: `AKID${'*'.repeat(32)}`,
        secretKey: '*'.repeat(32),
        service: 'cvm',
        host: 'cvm.tencentcloudapi.com',
        action: 'DescribeInstances',
        timestamp: 1551113065,
        contentType: 'application/json; charset=utf-8',
        body: '{"Limit": 1, "Filters": [{"Values": ["\\u672a\\u547d\\u540d"], "Name": "instance-name"}]}',
      }),
    ).toBe(
      `TC3-HMAC-SHA256 Credential=AKID${'*'.repeat(32)}/2019-02-25/cvm/tc3_request, SignedHeaders=content-type;host;x-tc-action, ` +
        'Signature=10b1a37a7301a02ca19a647ad722d5e43b4b3cff309d421d85b46093f6ab6c4f',
    );
  });

  it('is refused with a foreign id, a wrong key and a clock off by more than 5 minutes', async () => {
    expect(await code(smsWith({ secretId: 'AKIDother' }).send(call))).toBe('AuthFailure.SecretIdNotFound');
    expect(await code(smsWith({ secretKey: 'guessed' }).send(call))).toBe('AuthFailure.SignatureFailure');
    const slow = { now: () => new Date('2026-01-05T06:54:59Z') };
    expect(await code(smsWith({ clock: slow }).send(call))).toBe('AuthFailure.SignatureExpire');
    expect(setting.outbox.list()).toEqual([]);
  });

  it('covers the body', async () => {
    const tampering: typeof fetch = (url, init) =>
      fetch(url, { ...init, body: String(init?.body).replace('+8613800000000', '+8613900000000') });
    expect(await code(smsWith({ fetch: tampering }).send(call))).toBe('AuthFailure.SignatureFailure');
  });
});

describe('send', () => {
  it('reaches the phone as its reader sees it', async () => {
    expect(await sms.send(call)).toEqual({ ok: true, value: { serialNo: expect.stringMatching(/^\d+:\d+$/) } });
    expect(setting.outbox.list()).toMatchObject([
      {
        at: '2026-01-05T07:00:00.000Z',
        channel: 'sms',
        to: '+8613800000000',
        template: '1110',
        text: '【面聊】张三您好,云帆科技邀请您参加AI面试,点击 https://wxaurl.cn/aB3-x_9 进入,请在1月8日15:00前完成。',
        link: 'https://wxaurl.cn/aB3-x_9',
        raw: { SessionContext: 'itv_1/invite' },
      },
    ]);
  });

  it.each<[string, Partial<typeof call>]>([
    ['FailedOperation.TemplateIncorrectOrUnapproved', { templateId: '9999' }],
    ['FailedOperation.TemplateParamSetNotMatchApprovedTemplate', { params: ['张三'] }],
    ['FailedOperation.TemplateParamSetNotMatchApprovedTemplate', { params: [...call.params, '多'] }],
    ['InvalidParameterValue.IncorrectPhoneNumber', { phone: '+8612345' }],
    [
      'InvalidParameterValue.ProhibitedUseUrlInTemplateParameter',
      { params: ['张三', '云帆', 'https://wxaurl.cn/a', '1'] },
    ],
    ['InvalidParameterValue.ContentLengthLimit', { params: ['长'.repeat(500), '云帆', 'a', '1'] }],
  ])('is refused with %s for %o', async (refused, over) => {
    expect(await code(sms.send({ ...call, ...over }))).toBe(refused);
    expect(setting.outbox.list()).toEqual([]);
  });

  it('is refused for a foreign sign or app', async () => {
    expect(await code(smsWith({ signName: '别家' }).send(call))).toBe('FailedOperation.SignatureIncorrectOrUnapproved');
    expect(await code(smsWith({ sdkAppId: '1' }).send(call))).toBe('UnauthorizedOperation.SmsSdkAppIdVerifyFail');
  });

  it('reaches a number with the same content once in 30 s, and three times a day here', async () => {
    expect((await sms.send(call)).ok).toBe(true);
    expect(await code(sms.send(call))).toBe('LimitExceeded.PhoneNumberThirtySecondLimit');
    expect((await sms.send({ ...call, templateId: '1111', params: [] })).ok).toBe(true);
    setting.clock.advance('PT30S');
    expect((await sms.send(call)).ok).toBe(true);
    setting.clock.advance('PT30S');
    expect(await code(sms.send(call))).toBe('LimitExceeded.PhoneNumberDailyLimit');
    expect((await sms.send({ ...call, phone: '+8613900000000' })).ok).toBe(true);
    setting.clock.advance('PT24H');
    expect((await sms.send(call)).ok).toBe(true);
  });

  it('is unknown when the answer was lost or Tencent failed inside, and is not repeated', async () => {
    setting.world.faults.set([{ provider: 'sms', api: 'SendSms', kind: 'unknown', next: 1 }]);
    expect(await code(sms.send(call))).toBe('unknown');
    expect(server.calls).toHaveLength(1);
    expect(setting.outbox.list()).toHaveLength(1);
    setting.world.faults.set([{ provider: 'sms', kind: 'errcode', errcode: 'InternalError.SendAndRecvFail' }]);
    expect(await code(sms.send(call))).toBe('unknown');
    setting.world.faults.set([{ provider: 'sms', kind: 'timeout' }]);
    expect(await code(smsWith({ timeoutMs: 80 }).send(call))).toBe('unknown');
    expect(server.calls).toHaveLength(3);
  });

  it('is unavailable when Tencent is down and refused with what it says', async () => {
    setting.world.faults.set([{ provider: 'sms', kind: 'down', next: 1 }]);
    expect(await code(sms.send(call))).toBe('unavailable');
    setting.world.faults.set([
      { provider: 'sms', kind: 'errcode', errcode: 'FailedOperation.InsufficientBalanceInSmsPackage', next: 1 },
    ]);
    expect(await code(sms.send(call))).toBe('FailedOperation.InsufficientBalanceInSmsPackage');
    expect((await sms.send(call)).ok).toBe(true);
  });
});
