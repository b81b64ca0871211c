import * as z from 'zod';

// A function parses few values and starts often: compiling parsers costs more than it saves.
z.config({ jitless: true });

const smsTemplates = z.object({
  invitation: z.string(),
  invitation_booking: z.string(),
  booked: z.string(),
  reminder: z.string(),
  reminder_soon: z.string(),
  no_show: z.string(),
  result: z.string(),
  decision_second_interview: z.string(),
  decision_onboarding: z.string(),
  decision_thanks: z.string(),
  decision_offer: z.string(),
  second_interview: z.string(),
  meeting_reminder: z.string(),
  meeting_called_off: z.string(),
  offer: z.string(),
  requisition_closed: z.string(),
  requisition_reopened: z.string(),
  proof: z.string(),
});

/**
 * What WeChat or WeCom signs and encrypts its callbacks with: a word, and 43 characters. Both '' where none are set up:
 * then every callback is refused.
 */
const callback = z.object({ token: z.string(), encodingAesKey: z.string().regex(/^([A-Za-z0-9+/]{43})?$/) });

/** `Name <a@b.cn>`, or the address alone. */
const sender = /^([^<>\r\n]*<)?[^\s<>@]+@[^\s<>@]+\.[^\s<>@]+>?$/;

/** Over TLS, or on this machine; with nobody's password in it. */
function mayBeAsked(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || url.username !== '' || url.password !== '' || url.hash !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && /^(127\.0\.0\.1|\[::1\])$/.test(url.hostname));
}

const configSchema = z.object({
  region: z.string(),
  table: z.string(),
  bucket: z.string(),
  /** Where the end of each company's audit chain is noted, outside of the table. */
  anchorBucket: z.string(),
  evaluateQueueUrl: z.string(),
  deliverQueueUrl: z.string(),
  transcribeQueueUrl: z.string(),
  intakeQueueUrl: z.string(),
  learnQueueUrl: z.string(),
  /** Where people reach the bucket when not under its own name, without a slash at the end; '' otherwise. */
  mediaBaseUrl: z.string(),
  /** Who looks for malware in uploads before they are opened. */
  scanning: z.enum(['none', 'guardduty']),
  /** Who writes recordings down; see adapters/choose-recogniser.ts. */
  asr: z.object({
    kind: z.enum(['none', 'openai', 'tencent', 'transcribe']),
    baseUrl: z.string(),
    key: z.string(),
    secretId: z.string(),
    model: z.string(),
    /** Confidence, 0-1, from which on a transcript counts as sure. */
    sureFrom: z.coerce.number().min(0).max(1),
  }),
  /** Who judges answers; the embedded scorer where nothing is said. See adapters/choose-scorer.ts. */
  scoring: z
    .object({
      kind: z.enum(['rubric', 'openai', 'bedrock']),
      baseUrl: z.string(),
      key: z.string(),
      model: z.string(),
      samples: z.coerce.number().int().min(1).max(9),
      /** For a million tokens, in units of the currency. */
      prices: z
        .object({ currency: z.string(), inputPerMillion: z.coerce.number(), outputPerMillion: z.coerce.number() })
        .optional(),
      extra: z.record(z.string(), z.unknown()).optional(),
    })
    .refine(({ kind, model }) => kind === 'rubric' || model !== '', 'a model is needed')
    .optional(),
  /** Signs our tokens and links; one key, or several with spaces between: see adapters/jose/tokens.ts. */
  tokenKey: z.string().regex(/^\S{32,}(\s+\S{32,})*$/),
  /** Seals the secrets that the table keeps; one key, or several with spaces between: see adapters/sealer.ts. */
  sealKey: z.string().regex(/^\S{32,}(\s+\S{32,})*$/),
  /** Clients older than this are asked to update. */
  minimumAppVersion: z.string().regex(/^\d+\.\d+\.\d+$/),
  wechat: z.object({
    baseUrl: z.string(),
    appid: z.string(),
    secret: z.string(),
    templates: z.object({ result: z.string(), reminder: z.string(), no_show: z.string(), change: z.string() }),
    callback,
  }),
  wecom: z.object({
    baseUrl: z.string(),
    corpid: z.string(),
    agentid: z.coerce.number().int(),
    secret: z.string(),
    callback,
  }),
  /** How mail goes; see adapters/email/choose-email.ts. */
  email: z
    .object({
      kind: z.enum(['none', 'smtp', 'ses']),
      from: z.string(),
      smtpUrl: z.string(),
      sesConfigurationSet: z.string(),
    })
    .refine(({ kind, from }) => kind === 'none' || sender.test(from), 'a sender is needed')
    .refine(({ kind, smtpUrl }) => kind !== 'smtp' || /^smtps?:\/\//.test(smtpUrl), 'a server is needed'),
  sms: z.object({
    endpoint: z.string(),
    secretId: z.string(),
    secretKey: z.string(),
    sdkAppId: z.string(),
    signName: z.string(),
    region: z.string(),
    templates: smsTemplates,
  }),
  /** Where the AWS services are, when it is not AWS. */
  endpoints: z.object({ dynamodb: z.string(), s3: z.string(), sqs: z.string() }).partial(),
  /** Companies' own systems that know how it went with those who were hired, by company; see adapters/personnel. */
  outcomeSources: z
    .record(
      z.string().regex(/^co_[a-z0-9]{4,40}$/),
      z.object({ url: z.string().refine(mayBeAsked), key: z.string().regex(/^[\x21-\x7e]{16,}$/) }),
    )
    .optional(),
  /** What signs addresses and requests. Lambda sets it; a session token belongs to it there. */
  credentials: z
    .object({ accessKeyId: z.string(), secretAccessKey: z.string(), sessionToken: z.string().exactOptional() })
    .optional(),
});
export type Config = z.infer<typeof configSchema>;

/** The only reader of the environment. Throws at start, naming what is missing, and never a value. */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const parsed = configSchema.safeParse({
    region: env.AWS_REGION,
    table: env.TABLE_NAME,
    bucket: env.BUCKET_NAME,
    anchorBucket: env.ANCHOR_BUCKET_NAME,
    evaluateQueueUrl: env.EVALUATE_QUEUE_URL,
    deliverQueueUrl: env.DELIVER_QUEUE_URL,
    transcribeQueueUrl: env.TRANSCRIBE_QUEUE_URL,
    intakeQueueUrl: env.INTAKE_QUEUE_URL,
    learnQueueUrl: env.LEARN_QUEUE_URL,
    mediaBaseUrl: env.MEDIA_BASE_URL ?? '',
    scanning: env.SCANNING || 'none',
    asr: {
      kind: env.ASR_KIND || 'none',
      baseUrl: env.ASR_BASE_URL ?? '',
      key: env.ASR_KEY ?? '',
      secretId: env.ASR_SECRET_ID ?? '',
      model: env.ASR_MODEL ?? '',
      sureFrom: env.ASR_SURE_FROM || 0.6,
    },
    scoring: {
      kind: env.SCORER || 'rubric',
      baseUrl: env.LLM_BASE_URL ?? '',
      key: env.LLM_KEY ?? '',
      model: env.LLM_MODEL ?? '',
      samples: env.LLM_SAMPLES || 3,
      ...pricesOf(env.LLM_CURRENCY, env.LLM_INPUT_PRICE, env.LLM_OUTPUT_PRICE),
      ...(env.LLM_EXTRA && { extra: parsedJson(env.LLM_EXTRA) }),
    },
    tokenKey: env.TOKEN_KEY,
    sealKey: env.SEAL_KEY,
    minimumAppVersion: env.MINIMUM_APP_VERSION,
    wechat: {
      baseUrl: env.WECHAT_BASE_URL,
      appid: env.WECHAT_APPID,
      secret: env.WECHAT_SECRET,
      templates: {
        result: env.WECHAT_TEMPLATE_RESULT,
        reminder: env.WECHAT_TEMPLATE_REMINDER,
        no_show: env.WECHAT_TEMPLATE_NO_SHOW,
        change: env.WECHAT_TEMPLATE_CHANGE,
      },
      callback: { token: env.WECHAT_CALLBACK_TOKEN ?? '', encodingAesKey: env.WECHAT_CALLBACK_AES_KEY ?? '' },
    },
    wecom: {
      baseUrl: env.WECOM_BASE_URL,
      corpid: env.WECOM_CORPID,
      agentid: env.WECOM_AGENTID,
      secret: env.WECOM_SECRET,
      callback: { token: env.WECOM_CALLBACK_TOKEN ?? '', encodingAesKey: env.WECOM_CALLBACK_AES_KEY ?? '' },
    },
    email: {
      kind: env.EMAIL_KIND || 'none',
      from: env.EMAIL_FROM ?? '',
      smtpUrl: env.EMAIL_SMTP_URL ?? '',
      sesConfigurationSet: env.EMAIL_SES_CONFIGURATION_SET ?? '',
    },
    sms: {
      endpoint: env.SMS_ENDPOINT,
      secretId: env.SMS_SECRET_ID,
      secretKey: env.SMS_SECRET_KEY,
      sdkAppId: env.SMS_SDK_APP_ID,
      signName: env.SMS_SIGN_NAME,
      region: env.SMS_REGION,
      templates: {
        invitation: env.SMS_TEMPLATE_INVITATION,
        invitation_booking: env.SMS_TEMPLATE_INVITATION_BOOKING,
        booked: env.SMS_TEMPLATE_BOOKED,
        reminder: env.SMS_TEMPLATE_REMINDER,
        reminder_soon: env.SMS_TEMPLATE_REMINDER_SOON,
        no_show: env.SMS_TEMPLATE_NO_SHOW,
        result: env.SMS_TEMPLATE_RESULT,
        decision_second_interview: env.SMS_TEMPLATE_SECOND_INTERVIEW,
        decision_onboarding: env.SMS_TEMPLATE_ONBOARDING,
        decision_thanks: env.SMS_TEMPLATE_THANKS,
        decision_offer: env.SMS_TEMPLATE_OFFER_DECIDED,
        second_interview: env.SMS_TEMPLATE_ARRANGED,
        meeting_reminder: env.SMS_TEMPLATE_MEETING_REMINDER,
        meeting_called_off: env.SMS_TEMPLATE_MEETING_CALLED_OFF,
        offer: env.SMS_TEMPLATE_OFFER,
        requisition_closed: env.SMS_TEMPLATE_REQUISITION_CLOSED,
        requisition_reopened: env.SMS_TEMPLATE_REQUISITION_REOPENED,
        proof: env.SMS_TEMPLATE_PROOF,
      },
    },
    endpoints: {},
    ...(env.OUTCOME_SOURCES && { outcomeSources: parsedJson(env.OUTCOME_SOURCES) }),
    ...(env.AWS_ACCESS_KEY_ID && {
      credentials: {
        accessKeyId: env.AWS_ACCESS_KEY_ID,
        secretAccessKey: env.AWS_SECRET_ACCESS_KEY,
        ...(env.AWS_SESSION_TOKEN && { sessionToken: env.AWS_SESSION_TOKEN }),
      },
    }),
  });
  if (!parsed.success) {
    throw new Error(`configuration: ${parsed.error.issues.map((issue) => issue.path.join('.')).join(', ')}`);
  }
  return parsed.data;
}

/** Nothing where no currency is named: then nothing has a price. */
const pricesOf = (currency?: string, inputPerMillion?: string, outputPerMillion?: string) =>
  currency ? { prices: { currency, inputPerMillion, outputPerMillion } } : {};

/** What is no JSON fails the schema, by its name and without its value. */
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
