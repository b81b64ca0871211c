import * as z from 'zod';
import { ok, refuse } from '#shared/result.ts';
import { type Clock, createExchange, type Outcome } from '../vendor/exchange.ts';
import { tc3Authorization } from './tc3-sign.ts';

export type TencentSms = {
  /**
   * One SMS to one number. Not idempotent at the vendor: an `unknown` must not be repeated blindly.
   * Refused with Tencent's own code, `LimitExceeded.PhoneNumberThirtySecondLimit` and the like.
   */
  send(sms: {
    /** E.164, `+8613800000000`. */
    phone: string;
    templateId: string;
    /** By position. None may hold a URL: the template's text carries it, a parameter only its last part. */
    params: string[];
    /** Comes back with the status and in the delivery report, ≤ 512 bytes. */
    sessionContext?: string;
  }): Promise<Outcome<{ serialNo: string }, string>>;
};

const reply = z.object({
  Response: z.union([
    z.object({ Error: z.object({ Code: z.string(), Message: z.string() }) }),
    z.object({
      SendStatusSet: z.array(z.object({ Code: z.string(), Message: z.string(), SerialNo: z.string() })).min(1),
    }),
  ]),
});

const contentType = 'application/json; charset=utf-8';

export function createTencentSms({
  endpoint,
  secretId,
  secretKey,
  sdkAppId,
  signName,
  region,
  clock,
  fetch,
  timeoutMs,
}: {
  /** `https://sms.tencentcloudapi.com` */
  endpoint: string;
  secretId: string;
  secretKey: string;
  sdkAppId: string;
  signName: string;
  region: string;
  clock: Clock;
  fetch?: typeof globalThis.fetch;
  timeoutMs?: number;
}): TencentSms {
  const exchange = createExchange({ fetch, timeoutMs });
  const url = new URL(endpoint);

  return {
    async send({ phone, templateId, params, sessionContext }) {
      const body = JSON.stringify({
        PhoneNumberSet: [phone],
        SmsSdkAppId: sdkAppId,
        SignName: signName,
        TemplateId: templateId,
        TemplateParamSet: params,
        ...(sessionContext && { SessionContext: sessionContext }),
      });
      const timestamp = Math.floor(clock.now().getTime() / 1000);
      const signing = { secretId, secretKey, service: 'sms', action: 'SendSms', host: url.host };
      const answer = await exchange({
        url,
        method: 'POST',
        headers: {
          'Content-Type': contentType,
          Authorization: tc3Authorization({ ...signing, timestamp, contentType, body }),
          'X-TC-Action': 'SendSms',
          'X-TC-Version': '2021-01-11',
          'X-TC-Region': region,
          'X-TC-Timestamp': String(timestamp),
        },
        body,
      });
      if (!answer.ok) return answer;
      const parsed = reply.safeParse(answer.value);
      if (!parsed.success) return refuse({ kind: 'unknown', cause: 'unreadable reply' });
      const { Response: said } = parsed.data;
      if ('Error' in said) return notSent(said.Error);
      const failed = said.SendStatusSet.find(({ Code }) => Code !== 'Ok');
      if (failed) return notSent(failed);
      return ok({ serialNo: said.SendStatusSet[0]?.SerialNo ?? '' });
    },
  };
}

/** InternalError covers timeouts between Tencent and the carrier: the SMS may be on its way. */
function notSent({ Code, Message }: { Code: string; Message: string }): Outcome<never, string> {
  return Code.startsWith('InternalError')
    ? refuse({ kind: 'unknown', cause: Code })
    : refuse({ kind: 'refused', errcode: Code, errmsg: Message });
}
