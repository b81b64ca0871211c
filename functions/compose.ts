import { typeid } from 'typeid-js';
import { rubricScorer } from '#shared/evaluation/rubric-scorer.ts';
import { dynamoCopies } from './adapters/dynamo/copies.ts';
import { dynamoCredits, dynamoDeliveries } from './adapters/dynamo/deliveries.ts';
import { dynamoDirectory } from './adapters/dynamo/directory.ts';
import { dynamoDue } from './adapters/dynamo/due.ts';
import { dynamoIdentities } from './adapters/dynamo/identities.ts';
import { dynamoInterviews, dynamoOperations } from './adapters/dynamo/interviews.ts';
import { dynamoRequests } from './adapters/dynamo/requests.ts';
import { openTable } from './adapters/dynamo/table.ts';
import { dynamoTokenStore } from './adapters/dynamo/token-store.ts';
import { joseTokens } from './adapters/jose/tokens.ts';
import { vendorMessengers } from './adapters/messengers.ts';
import { sqsQueue } from './adapters/queue/sqs.ts';
import { s3Archive } from './adapters/s3/archive.ts';
import { wechatSignIn, wecomSignIn } from './adapters/sign-in.ts';
import { createTencentSms } from './adapters/sms/tencent.ts';
import { createWechatClient } from './adapters/wechat/client.ts';
import { createWecomClient } from './adapters/wecom/client.ts';
import type { Config } from './config.ts';
import type { Clock, Ids } from './ports.ts';

/**
 * The only builder of adapters, one function for each handler's needs, so that a bundle holds what its handler uses and
 * nothing else.
 */
const systemClock: Clock = { now: () => new Date() };
const typeIds: Ids = { make: (prefix) => typeid(prefix).toString() };
const realWait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

function store(config: Config, clock: Clock) {
  const { region, table: name, credentials, endpoints } = config;
  const table = openTable({ name, region, clock, endpoint: endpoints.dynamodb, credentials });
  return {
    table,
    clock,
    interviews: dynamoInterviews(table),
    operations: dynamoOperations(table),
    copies: dynamoCopies(table),
  };
}

function queueOf(config: Config) {
  const { region, credentials, endpoints, evaluateQueueUrl, deliverQueueUrl } = config;
  const urls = { evaluate: evaluateQueueUrl, deliver: deliverQueueUrl };
  return sqsQueue({ region, urls, endpoint: endpoints.sqs, credentials });
}

export function composeCandidateApi(config: Config, clock = systemClock) {
  const { table, ...base } = store(config, clock);
  const client = createWechatClient({ ...config.wechat, tokens: dynamoTokenStore(table), clock });
  return {
    ...base,
    config,
    directory: dynamoDirectory(table),
    identities: dynamoIdentities(table),
    credits: dynamoCredits(table),
    tokens: joseTokens({ key: config.tokenKey, clock }),
    signIn: wechatSignIn(client, config.wechat.appid),
    wait: realWait,
  };
}
export type CandidateDeps = ReturnType<typeof composeCandidateApi>;

export function composeHrApi(config: Config, clock = systemClock) {
  const { table, ...base } = store(config, clock);
  const client = createWecomClient({
    ...config.wecom,
    corpsecret: config.wecom.secret,
    tokens: dynamoTokenStore(table),
    clock,
  });
  return {
    ...base,
    config,
    directory: dynamoDirectory(table),
    identities: dynamoIdentities(table),
    deliveries: dynamoDeliveries(table),
    tokens: joseTokens({ key: config.tokenKey, clock }),
    signIn: wecomSignIn(client, config.wecom.corpid),
    ids: typeIds,
  };
}
export type HrDeps = ReturnType<typeof composeHrApi>;

export function composeStream(config: Config, clock = systemClock) {
  const { table, ...base } = store(config, clock);
  return { ...base, requests: dynamoRequests(table), queue: queueOf(config) };
}

export function composeEvaluate(config: Config, clock = systemClock) {
  const { table: _, ...base } = store(config, clock);
  const { region, bucket, credentials, endpoints } = config;
  const archive = s3Archive({ region, bucket, endpoint: endpoints.s3, credentials });
  return { ...base, archive, scorer: rubricScorer };
}

export function composeDeliver(config: Config, clock = systemClock) {
  const { table, ...base } = store(config, clock);
  const tokens = dynamoTokenStore(table);
  const { wechat, wecom, sms } = config;
  return {
    ...base,
    directory: dynamoDirectory(table),
    identities: dynamoIdentities(table),
    credits: dynamoCredits(table),
    deliveries: dynamoDeliveries(table),
    tokens: joseTokens({ key: config.tokenKey, clock }),
    messengers: vendorMessengers({
      sms: createTencentSms({ ...sms, clock }),
      smsTemplates: sms.templates,
      wechat: createWechatClient({ ...wechat, tokens, clock }),
      wechatAppid: wechat.appid,
      wechatTemplates: wechat.templates,
      wecom: createWecomClient({ ...wecom, corpsecret: wecom.secret, tokens, clock }),
    }),
  };
}

export function composeSweep(config: Config, clock = systemClock) {
  const { table, ...base } = store(config, clock);
  return { ...base, due: dynamoDue(table), queue: queueOf(config) };
}
