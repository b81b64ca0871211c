import { randomInt, randomUUID } from 'node:crypto';
import type { Clock } from '#functions/adapters/vendor/exchange.ts';
import type { Outbox } from '../outbox.ts';
import { createFaults, type Faults } from '../provider/faults.ts';
import { createRate } from '../provider/rate.ts';
import { createHandle, type Handle, jsonBody, type ProviderCall, textOf } from '../provider/serve.ts';
import { renderSms, type SmsError, type SmsTemplate } from './render.ts';
import { type SmsAccount, verifyTc3 } from './tc3-verify.ts';

export type Sms = { handle: Handle; faults: Faults; state(): { templates: string[]; signs: string[] } };

/** `https://sms.tencentcloudapi.com` on one machine: SendSms 2021-01-11, to mainland numbers. */
export function createSms({
  base,
  clock,
  outbox,
  accounts,
  templates,
  signs,
  dailyCap = 10,
}: {
  base: string;
  clock: Clock;
  outbox: Outbox;
  accounts: SmsAccount[];
  templates: SmsTemplate[];
  signs: string[];
  /** SMS a number may get within 24 h. */
  dailyCap?: number;
}): Sms {
  const faults = createFaults('sms');
  const sameContent = createRate({ clock, windows: [{ ms: 30_000, limit: 1 }] });
  const perNumber = createRate({ clock, windows: [{ ms: 24 * 3600_000, limit: dailyCap }] });

  type Content = { text: string } | { error: SmsError };

  /** What one number gets, or the code it is refused with. */
  function statusFor(phone: string, content: Content, body: Record<string, unknown>): SmsError {
    const number = e164(phone);
    if (!number) return { Code: 'InvalidParameterValue.IncorrectPhoneNumber', Message: 'incorrect phone number' };
    if ('error' in content) return content.error;
    if (!sameContent.admit(`${number} ${content.text}`)) {
      const Message =
        'the number of SMS messages sent from a single mobile number within 30 seconds exceeds the upper limit';
      return { Code: 'LimitExceeded.PhoneNumberThirtySecondLimit', Message };
    }
    if (!perNumber.admit(number)) {
      const Message = 'the number of SMS messages sent from a single mobile number every day exceeds the upper limit';
      return { Code: 'LimitExceeded.PhoneNumberDailyLimit', Message };
    }
    const link = /https?:\/\/[\x21-\x7e]+/.exec(content.text)?.[0];
    outbox.add({
      at: clock.now().toISOString(),
      channel: 'sms',
      to: number,
      template: textOf(body.TemplateId),
      text: content.text,
      ...(link && { link }),
      raw: body,
    });
    return { Code: 'Ok', Message: 'send success' };
  }

  function contentOf(account: SmsAccount, body: Record<string, unknown>): Content {
    if (!account.sdkAppIds.includes(textOf(body.SmsSdkAppId))) {
      return failed('UnauthorizedOperation.SmsSdkAppIdVerifyFail', 'SmsSdkAppId verify fail');
    }
    const sign = textOf(body.SignName);
    if (!signs.includes(sign)) {
      return failed('FailedOperation.SignatureIncorrectOrUnapproved', 'signature is not approved or incorrect');
    }
    const template = templates.find(({ id }) => id === body.TemplateId);
    if (!template) {
      return failed('FailedOperation.TemplateIncorrectOrUnapproved', 'template is not approved or incorrect');
    }
    return renderSms({ template, sign, params: Array.isArray(body.TemplateParamSet) ? body.TemplateParamSet : [] });
  }

  function sendSms(call: ProviderCall): unknown {
    if (call.headers['x-tc-action'] !== 'SendSms') return requestError('InvalidAction', 'The action is not found.');
    if (call.headers['x-tc-version'] !== '2021-01-11')
      return requestError('NoSuchVersion', 'The version is not found.');
    if (!call.headers['x-tc-region']) return requestError('MissingParameter', 'The request is missing `Region`.');
    const verified = verifyTc3({ call, accounts, clock });
    if ('error' in verified) return requestError(verified.error.Code, verified.error.Message);
    const body = jsonBody(call.body);
    if (!body) return requestError('InvalidRequest', 'The body of the request is not a JSON object.');
    for (const name of ['SmsSdkAppId', 'TemplateId']) {
      if (textOf(body[name]) === '') return requestError('MissingParameter', `The request is missing \`${name}\`.`);
    }
    const phones = Array.isArray(body.PhoneNumberSet) ? body.PhoneNumberSet.map(textOf) : [];
    if (phones.length === 0) {
      return requestError('MissingParameter.EmptyPhoneNumberSet', 'The phone number set is empty.');
    }
    if (phones.length > 200) {
      return requestError('LimitExceeded.PhoneNumberCountLimit', 'More than 200 phone numbers in one request.');
    }
    const content = contentOf(verified.account, body);
    const SendStatusSet = phones.map((phone) => {
      const { Code, Message } = statusFor(phone, content, body);
      const sent = Code === 'Ok';
      return {
        SerialNo: sent ? `${randomInt(1e3, 1e4)}:${randomInt(1e12, 1e13)}${randomInt(1e12, 1e13)}` : '',
        PhoneNumber: e164(phone) ?? phone,
        Fee: sent ? 1 : 0,
        SessionContext: textOf(body.SessionContext),
        Code,
        Message,
        IsoCode: 'CN',
      };
    });
    return { Response: { SendStatusSet, RequestId: randomUUID() } };
  }

  return {
    handle: createHandle({
      base,
      faults,
      apiOf: ({ headers }) => String(headers['x-tc-action'] ?? ''),
      answer: (call) => (call.path === '/' ? sendSms(call) : undefined),
      refuse: (code = 'InternalError') => requestError(String(code), 'An internal error has occurred.'),
    }),
    faults,
    state: () => ({ templates: templates.map(({ id }) => id), signs }),
  };
}

const failed = (Code: string, Message: string): { error: SmsError } => ({ error: { Code, Message } });

/** An error of the whole request: HTTP 200 all the same. */
const requestError = (Code: string, Message: string): unknown => ({
  Response: { Error: { Code, Message }, RequestId: randomUUID() },
});

/** Mainland numbers may come as +86…, 0086…, 86… or bare. */
function e164(phone: string): string | undefined {
  const match = /^(?:\+86|0086|86)?(1[3-9]\d{9})$/.exec(phone);
  return match ? `+86${match[1]}` : undefined;
}
