import { randomBytes } from 'node:crypto';
import { typeid } from 'typeid-js';
import { intakeLimits } from '#shared/intake/files.ts';
import { limits } from '#shared/limits.ts';
import type { CalendarEntry } from '#shared/messaging/email.ts';
import { creditKinds } from '#shared/messaging/messages.ts';
import { interviewOfCard } from '#shared/messaging/no-show-card.ts';
import { admitting } from './access/admit.ts';
import { type Asked, confirmed } from './access/confirmed.ts';
import { limiting } from './access/limiting.ts';
import { seenBy } from './access/seen-by.ts';
import { chooseRecogniser } from './adapters/choose-recogniser.ts';
import { chooseScorer } from './adapters/choose-scorer.ts';
import { dynamoAudit } from './adapters/dynamo/audit.ts';
import { dynamoBank } from './adapters/dynamo/bank.ts';
import { dynamoBoards } from './adapters/dynamo/boards.ts';
import { dynamoChecks, dynamoCounters, dynamoRoster } from './adapters/dynamo/checks.ts';
import { dynamoClips } from './adapters/dynamo/clips.ts';
import { dynamoCompanyNotices, dynamoWithdrawals } from './adapters/dynamo/consents.ts';
import { dynamoCopies } from './adapters/dynamo/copies.ts';
import { dynamoCredits } from './adapters/dynamo/credits.ts';
import { dynamoDeliveries } from './adapters/dynamo/deliveries.ts';
import { dynamoDirectory } from './adapters/dynamo/directory.ts';
import { dynamoDue } from './adapters/dynamo/due.ts';
import {
  dynamoEraser,
  dynamoErasures,
  dynamoHolds,
  dynamoPrivacyDues,
  dynamoPrivacySettings,
} from './adapters/dynamo/erasures.ts';
import { dynamoFigures } from './adapters/dynamo/figures.ts';
import { dynamoReports } from './adapters/dynamo/figures-reports.ts';
import { dynamoFilters } from './adapters/dynamo/filters.ts';
import { dynamoFingerprints } from './adapters/dynamo/fingerprints.ts';
import { dynamoHealed } from './adapters/dynamo/healed.ts';
import { dynamoIdentities } from './adapters/dynamo/identities.ts';
import { dynamoInbox } from './adapters/dynamo/inbox.ts';
import { dynamoFiles } from './adapters/dynamo/intake-files.ts';
import { dynamoInterviews, dynamoOperations } from './adapters/dynamo/interviews.ts';
import { dynamoLearning, dynamoLearningTurns } from './adapters/dynamo/learning.ts';
import { dynamoExperiments } from './adapters/dynamo/learning-experiments.ts';
import { dynamoTaught } from './adapters/dynamo/learning-lessons.ts';
import { dynamoLessons } from './adapters/dynamo/lessons.ts';
import { dynamoNameplates } from './adapters/dynamo/nameplates.ts';
import { dynamoNotices } from './adapters/dynamo/notices.ts';
import { dynamoOpenings } from './adapters/dynamo/openings.ts';
import { dynamoOrganisation } from './adapters/dynamo/organisation.ts';
import { dynamoOutcomePulls, dynamoOutcomes } from './adapters/dynamo/outcomes.ts';
import { dynamoParaphrases } from './adapters/dynamo/paraphrases.ts';
import { dynamoPeople } from './adapters/dynamo/people.ts';
import { dynamoPositions } from './adapters/dynamo/positions.ts';
import { dynamoHeadways } from './adapters/dynamo/progress.ts';
import { dynamoProofs } from './adapters/dynamo/proofs.ts';
import { dynamoRatings } from './adapters/dynamo/ratings.ts';
import { dynamoRequests } from './adapters/dynamo/requests.ts';
import { dynamoRequisitions } from './adapters/dynamo/requisitions.ts';
import { dynamoRules } from './adapters/dynamo/rules.ts';
import { dynamoSecondFactors } from './adapters/dynamo/second-factors.ts';
import { dynamoSendBudget } from './adapters/dynamo/send-budget.ts';
import { dynamoSessions } from './adapters/dynamo/sessions.ts';
import { dynamoShares } from './adapters/dynamo/shares.ts';
import { dynamoSlots } from './adapters/dynamo/slots.ts';
import { dynamoStaffAccess } from './adapters/dynamo/staff-access.ts';
import { openTable, type Table } from './adapters/dynamo/table.ts';
import { dynamoTakenEvents } from './adapters/dynamo/taken-events.ts';
import { dynamoTokenStore } from './adapters/dynamo/token-store.ts';
import { dynamoVoluntary, dynamoVoluntaryOfAll } from './adapters/dynamo/voluntary.ts';
import { dynamoWorkbenchRows } from './adapters/dynamo/workbench-rows.ts';
import { chooseEmail } from './adapters/email/choose-email.ts';
import { joseTokens } from './adapters/jose/tokens.ts';
import { dynamoScoreCache } from './adapters/llm/dynamo-cache.ts';
import { vendorMessengers } from './adapters/messengers.ts';
import { otpauthTotp } from './adapters/otpauth/totp.ts';
import { personnelSource } from './adapters/personnel/personnel-source.ts';
import { proofCodes } from './adapters/proof-codes.ts';
import { sqsQueue } from './adapters/queue/sqs.ts';
import { s3Archive } from './adapters/s3/archive.ts';
import { s3Media } from './adapters/s3/media.ts';
import { s3MediaFiles } from './adapters/s3/media-files.ts';
import { s3ScanTags } from './adapters/s3/scan-tags.ts';
import { aesSealer } from './adapters/sealer.ts';
import { wechatSignIn, wecomSignIn } from './adapters/sign-in.ts';
import { createTencentSms } from './adapters/sms/tencent.ts';
import { wechatDoor } from './adapters/wechat/callback.ts';
import { createWechatClient } from './adapters/wechat/client.ts';
import { wecomDoor } from './adapters/wecom/callback.ts';
import { createWecomClient } from './adapters/wecom/client.ts';
import { wecomContacts } from './adapters/wecom/contacts.ts';
import { sealing } from './audit/block-hash.ts';
import { type Seen, witness } from './audit/witness.ts';
import { takeNoShow } from './callbacks/take-no-show.ts';
import { clipView } from './clip/view.ts';
import type { Config } from './config.ts';
import type { Anchors } from './ports/audit.ts';
import type { Sound } from './ports/clip.ts';
import type { Spreadsheet } from './ports/figures.ts';
import type { FileReader, Scanner } from './ports/intake.ts';
import type { Shredder } from './ports/privacy.ts';
import type { Clock, Ids, StaffActor } from './ports.ts';

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
  const {
    region,
    credentials,
    endpoints,
    evaluateQueueUrl,
    deliverQueueUrl,
    transcribeQueueUrl,
    intakeQueueUrl,
    learnQueueUrl,
  } = config;
  const urls = {
    evaluate: evaluateQueueUrl,
    deliver: deliverQueueUrl,
    transcribe: transcribeQueueUrl,
    intake: intakeQueueUrl,
    learn: learnQueueUrl,
    board: deliverQueueUrl,
    proof: deliverQueueUrl,
  };
  return sqsQueue({ region, urls, endpoint: endpoints.sqs, credentials });
}

/**
 * What few calls need is loaded at the first of them, not at every cold start. It helps only where nobody in this file
 * imports the same module in the ordinary way: that one import evaluates it in every function.
 */
function later<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => {
    loaded ??= load();
    return loaded;
  };
}

/** Written once a day, read by an auditor now and then. */
function anchorsOf({ region, anchorBucket: bucket, credentials, endpoints }: Config): Anchors {
  const opened = later(async () => {
    const { s3Anchors } = await import('./adapters/s3/anchors.ts');
    return s3Anchors({ region, bucket, endpoint: endpoints.s3, credentials });
  });
  return {
    keep: async (company, anchor) => (await opened()).keep(company, anchor),
    all: async (company) => (await opened()).all(company),
  };
}

/** Most minutes nothing is to be destroyed. */
function shredderOf({ region, bucket, credentials, endpoints }: Config): Shredder {
  const opened = later(async () => {
    const { s3Shredder } = await import('./adapters/s3/shredder.ts');
    return s3Shredder({ region, bucket, endpoint: endpoints.s3, credentials });
  });
  return { removeAll: async (prefix) => (await opened()).removeAll(prefix) };
}

function mediaOf(config: Config, clock: Clock) {
  const { region, bucket, mediaBaseUrl: baseUrl, credentials, endpoints } = config;
  return s3Media({ region, bucket, baseUrl, endpoint: endpoints.s3, credentials, clock });
}

/** What an interview's figures are made from, beside its history. */
const figuresOf = (table: Table) => ({
  figures: dynamoFigures(table),
  deliveries: dynamoDeliveries(table),
  inbox: dynamoInbox(table),
  outcomes: dynamoOutcomes(table),
  directory: dynamoDirectory(table),
});

/** What is known of a person's rights, and who saw what. */
const privacyOf = (table: Table, clock: Clock) => {
  const audit = dynamoAudit(table, sealing);
  return {
    audit,
    erasures: dynamoErasures(table),
    holds: dynamoHolds(table),
    privacySettings: dynamoPrivacySettings(table),
    companyNotices: dynamoCompanyNotices(table),
    withdrawals: dynamoWithdrawals(table),
    code: () => randomBytes(15).toString('base64url'),
    witness: (seen: Seen) => witness({ audit, clock }, seen),
  };
};

/** Codes that show whose phone it is. */
const proofOf = ({ tokenKey }: Config, table: Table) => ({
  proofs: dynamoProofs(table),
  proofCodes: proofCodes(tokenKey),
});

const intakeOf = (table: Table) => ({
  files: dynamoFiles(table),
  people: dynamoPeople(table),
  openings: dynamoOpenings(table),
});

export function composeCandidateApi(config: Config, clock = systemClock) {
  const { table, ...base } = store(config, clock);
  const client = createWechatClient({
    ...config.wechat,
    tokens: dynamoTokenStore(table, aesSealer(config.sealKey)),
    clock,
  });
  const clips = dynamoClips(table);
  const sessions = dynamoSessions(table);
  return {
    ...base,
    ...privacyOf(table, clock),
    config: { ...config, recognition: config.asr.kind !== 'none' },
    directory: dynamoDirectory(table),
    identities: dynamoIdentities(table),
    credits: dynamoCredits(table),
    slots: dynamoSlots(table),
    notices: dynamoNotices(table),
    voluntary: dynamoVoluntary(table, aesSealer(config.sealKey)),
    inbox: dynamoInbox(table),
    deliveries: dynamoDeliveries(table),
    outcomes: dynamoOutcomes(table),
    ...intakeOf(table),
    /** Few ever ask for it: what writes it is not evaluated at every cold start. */
    calendarFile: async (entry: CalendarEntry) =>
      (await import('./adapters/email/calendar.ts')).calendarOf(entry, clock.now()).text,
    clips: {
      ...clips,
      views: async (company: string, itv: string) => (await clips.ofInterview(company, itv)).map(clipView),
    },
    media: mediaOf(config, clock),
    tokens: joseTokens({ key: config.tokenKey, clock }),
    sessions,
    admit: admitting({ sessions, clock }),
    limit: limiting({ shares: dynamoShares(table), clock }),
    ...proofOf(config, table),
    ids: typeIds,
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
    tokens: dynamoTokenStore(table, aesSealer(config.sealKey)),
    clock,
  });
  const sessions = dynamoSessions(table);
  const deps = {
    ...base,
    ...privacyOf(table, clock),
    config,
    ...figuresOf(table),
    reports: dynamoReports(table),
    /** Few ever ask for it: what writes it is not evaluated at every cold start. */
    spreadsheet: {
      xlsx: async (rows: Parameters<Spreadsheet['xlsx']>[0]) =>
        (await import('./adapters/files/write-xlsx.ts')).writeXlsx(rows),
    },
    contacts: wecomContacts(client),
    organisation: dynamoOrganisation(table),
    identities: dynamoIdentities(table),
    credits: dynamoCredits(table),
    clips: dynamoClips(table),
    media: mediaOf(config, clock),
    slots: dynamoSlots(table),
    ...intakeOf(table),
    positions: dynamoPositions(table),
    bank: dynamoBank(table),
    rules: dynamoRules(table),
    requisitions: dynamoRequisitions(table),
    paraphrases: dynamoParaphrases(table),
    ratings: dynamoRatings(table),
    checks: dynamoChecks(table),
    counters: dynamoCounters(table),
    lessons: dynamoLessons(table),
    learning: dynamoLearning(table),
    turns: dynamoLearningTurns(table),
    outcomes: dynamoOutcomes(table),
    pulls: dynamoOutcomePulls(table),
    experiments: dynamoExperiments(table),
    notices: dynamoNotices(table),
    roster: dynamoRoster(table),
    headways: dynamoHeadways(table),
    rows: dynamoWorkbenchRows(table),
    nameplates: dynamoNameplates(table),
    filters: dynamoFilters(table),
    healed: dynamoHealed(table),
    tokens: joseTokens({ key: config.tokenKey, clock }),
    sessions,
    admit: admitting({ sessions, clock }),
    limit: limiting({ shares: dynamoShares(table), clock }),
    anchors: anchorsOf(config),
    secondFactors: dynamoSecondFactors(table, aesSealer(config.sealKey)),
    staffAccess: dynamoStaffAccess(table),
    totp: otpauthTotp(),
    signIn: wecomSignIn(client, config.wecom.corpid),
    ids: typeIds,
  };
  return {
    ...deps,
    confirmed: (asked: Asked) => confirmed(deps, asked),
    seenBy: (actor: StaffActor) => seenBy(deps, actor),
  };
}
export type HrDeps = ReturnType<typeof composeHrApi>;

export function composeStream(config: Config, clock = systemClock) {
  const { table, ...base } = store(config, clock);
  return {
    ...base,
    ...figuresOf(table),
    requests: dynamoRequests(table),
    requisitions: dynamoRequisitions(table),
    queue: queueOf(config),
  };
}

export function composeEvaluate(config: Config, clock = systemClock) {
  const { table, ...base } = store(config, clock);
  const { region, bucket, credentials, endpoints, scoring } = config;
  const archive = s3Archive({ region, bucket, endpoint: endpoints.s3, credentials });
  const scorers = chooseScorer(scoring, { cache: dynamoScoreCache(table), bedrock: { region, credentials } });
  return {
    ...base,
    ...scorers,
    archive,
    clips: dynamoClips(table),
    paraphrases: dynamoParaphrases(table),
    ratings: dynamoRatings(table),
    fingerprints: dynamoFingerprints(table),
    headways: dynamoHeadways(table),
    wait: realWait,
  };
}

/** `sound` comes from the handler: it has a thread of its own, and may be in no other function's bundle. */
export function composeTranscribe(config: Config, sound: Sound, clock = systemClock) {
  const { table, ...base } = store(config, clock);
  const { region, bucket, credentials, endpoints } = config;
  const files = s3MediaFiles({ region, bucket, endpoint: endpoints.s3, credentials });
  const readObject = async (key: string) => Buffer.from(await files.read(key)).toString('utf8');
  const transcribe = { region, bucket, credentials, readObject };
  const recogniser = chooseRecogniser({ ...config.asr, clock, transcribe });
  return { ...base, clips: dynamoClips(table), files, sound, recogniser, config };
}

function scannerOf({ scanning, region, bucket, credentials, endpoints }: Config): Scanner {
  if (scanning === 'none') return async () => 'clean';
  const { scanEverySeconds, scanTimes } = intakeLimits;
  const looks = { every: scanEverySeconds * 1000, times: scanTimes, wait: realWait };
  return s3ScanTags({ region, bucket, endpoint: endpoints.s3, credentials, ...looks });
}

/** `reader` comes from the handler, as the sound does: it has a thread of its own. */
export function composeIntake(config: Config, reader: FileReader, clock = systemClock) {
  const { table } = store(config, clock);
  const { region, bucket, credentials, endpoints } = config;
  const media = s3MediaFiles({ region, bucket, endpoint: endpoints.s3, credentials });
  return {
    clock,
    ids: typeIds,
    directory: dynamoDirectory(table),
    ...intakeOf(table),
    media,
    scanner: scannerOf(config),
    reader,
  };
}

export function composeDeliver(config: Config, clock = systemClock) {
  const { table, ...base } = store(config, clock);
  const budget = dynamoSendBudget(table, limits.wecomSends);
  const tokens = dynamoTokenStore(table, aesSealer(config.sealKey));
  const { wechat, wecom, sms, email, region, credentials } = config;
  return {
    ...base,
    directory: dynamoDirectory(table),
    identities: dynamoIdentities(table),
    credits: dynamoCredits(table),
    deliveries: dynamoDeliveries(table),
    boards: dynamoBoards(table),
    rows: dynamoWorkbenchRows(table),
    healed: dynamoHealed(table),
    inbox: dynamoInbox(table),
    tokens: joseTokens({ key: config.tokenKey, clock }),
    ...proofOf(config, table),
    messengers: vendorMessengers({
      sms: createTencentSms({ ...sms, clock }),
      smsTemplates: sms.templates,
      wechat: createWechatClient({ ...wechat, tokens, clock }),
      wechatAppid: wechat.appid,
      wechatTemplates: wechat.templates,
      wecom: createWecomClient({ ...wecom, corpsecret: wecom.secret, tokens, clock }),
      wecomBudget: { take: (userid) => budget.take(`${wecom.corpid}#${userid}`) },
      email: chooseEmail(email, { clock, region, credentials }),
    }),
  };
}

export function composeSweep(config: Config, clock = systemClock) {
  const { table, ...base } = store(config, clock);
  return {
    ...base,
    ...privacyOf(table, clock),
    eraser: dynamoEraser(table),
    dues: dynamoPrivacyDues(table),
    shredder: shredderOf(config),
    anchors: anchorsOf(config),
    ids: typeIds,
    anon: () => `gone_${randomBytes(10).toString('hex')}`,
    due: dynamoDue(table),
    requisitions: dynamoRequisitions(table),
    boards: dynamoBoards(table),
    queue: queueOf(config),
    rules: dynamoRules(table),
    ...figuresOf(table),
    checks: dynamoChecks(table),
    counters: dynamoCounters(table),
    learning: dynamoLearning(table),
    turns: dynamoLearningTurns(table),
    deliveries: dynamoDeliveries(table),
    inbox: dynamoInbox(table),
  };
}

/** The only one that reads what people said of themselves; nothing that scores or decides is in it. */
export function composeLearn(config: Config, clock = systemClock) {
  const { table, clock: own, interviews, copies } = store(config, clock);
  return {
    clock: own,
    interviews,
    copies,
    figures: dynamoFigures(table),
    deliveries: dynamoDeliveries(table),
    inbox: dynamoInbox(table),
    directory: dynamoDirectory(table),
    positions: dynamoPositions(table),
    rules: dynamoRules(table),
    lessons: dynamoTaught(table),
    learning: dynamoLearning(table),
    outcomes: dynamoOutcomes(table),
    experiments: dynamoExperiments(table),
    voluntary: dynamoVoluntaryOfAll(table, aesSealer(config.sealKey)),
    people: dynamoPeople(table),
    pulls: dynamoOutcomePulls(table),
    ...(config.outcomeSources && { outcomeSource: personnelSource(config.outcomeSources) }),
  };
}

export function composeCallbacks(config: Config, clock = systemClock) {
  const { table, ...base } = store(config, clock);
  const { wechat, wecom } = config;
  const kinds = new Map(creditKinds.map((kind) => [wechat.templates[kind], kind]));
  const onNoShow = takeNoShow(base);
  return {
    taken: dynamoTakenEvents(table),
    identities: dynamoIdentities(table),
    credits: dynamoCredits(table),
    deliveries: dynamoDeliveries(table),
    creditOfTemplate: (templateId: string) => kinds.get(templateId),
    cards: (taskId: string) => (interviewOfCard(taskId) === undefined ? undefined : onNoShow),
    doors: {
      wechat: wechatDoor({ ...wechat.callback, receiver: wechat.appid }, clock),
      wecom: wecomDoor({ ...wecom.callback, receiver: wecom.corpid }, clock),
    },
  };
}
