import * as z from 'zod';

// A function parses few values and starts often: compiling parsers costs more than it saves.
z.config({ jitless: true });

const smsTemplates = z.object({
  invitation: z.string(),
  result: z.string(),
  decision_second_interview: z.string(),
  decision_onboarding: z.string(),
  decision_thanks: z.string(),
});

const configSchema = z.object({
  region: z.string(),
  table: z.string(),
  bucket: z.string(),
  evaluateQueueUrl: z.string(),
  deliverQueueUrl: z.string(),
  /** Signs our tokens and links; at least 32 characters. */
  tokenKey: z.string().min(32),
  /** Clients older than this are asked to update. */
  minimumAppVersion: z.string().regex(/^\d+\.\d+\.\d+$/),
  wechat: z.object({
    baseUrl: z.string(),
    appid: z.string(),
    secret: z.string(),
    templates: z.object({ result: z.string() }),
  }),
  wecom: z.object({
    baseUrl: z.string(),
    corpid: z.string(),
    agentid: z.coerce.number().int(),
    secret: z.string(),
  }),
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
  credentials: z.object({ accessKeyId: z.string(), secretAccessKey: z.string() }).optional(),
});
export type Config = z.infer<typeof configSchema>;

/** The only reader of the environment. Throws at start, naming what is missing, and never a value. */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const parsed = configSchema.safeParse({
    region: env.AWS_REGION,
    table: env.TABLE_NAME,
    bucket: env.BUCKET_NAME,
    evaluateQueueUrl: env.EVALUATE_QUEUE_URL,
    deliverQueueUrl: env.DELIVER_QUEUE_URL,
    tokenKey: env.TOKEN_KEY,
    minimumAppVersion: env.MINIMUM_APP_VERSION,
    wechat: {
      baseUrl: env.WECHAT_BASE_URL,
      appid: env.WECHAT_APPID,
      secret: env.WECHAT_SECRET,
      templates: { result: env.WECHAT_TEMPLATE_RESULT },
    },
    wecom: {
      baseUrl: env.WECOM_BASE_URL,
      corpid: env.WECOM_CORPID,
      agentid: env.WECOM_AGENTID,
      secret: env.WECOM_SECRET,
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
        result: env.SMS_TEMPLATE_RESULT,
        decision_second_interview: env.SMS_TEMPLATE_SECOND_INTERVIEW,
        decision_onboarding: env.SMS_TEMPLATE_ONBOARDING,
        decision_thanks: env.SMS_TEMPLATE_THANKS,
      },
    },
    endpoints: {},
  });
  if (!parsed.success) {
    throw new Error(`configuration: ${parsed.error.issues.map((issue) => issue.path.join('.')).join(', ')}`);
  }
  return parsed.data;
}
