import { randomBytes } from 'node:crypto';
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { dynamoAudit } from '#functions/adapters/dynamo/audit.ts';
import { dynamoChecks } from '#functions/adapters/dynamo/checks.ts';
import { dynamoWithdrawals } from '#functions/adapters/dynamo/consents.ts';
import { dynamoCredits } from '#functions/adapters/dynamo/credits.ts';
import { dynamoDeliveries } from '#functions/adapters/dynamo/deliveries.ts';
import {
  dynamoEraser,
  dynamoErasures,
  dynamoHolds,
  dynamoPrivacyDues,
  dynamoPrivacySettings,
} from '#functions/adapters/dynamo/erasures.ts';
import { dynamoIdentities } from '#functions/adapters/dynamo/identities.ts';
import { dynamoInbox } from '#functions/adapters/dynamo/inbox.ts';
import { dynamoFiles } from '#functions/adapters/dynamo/intake-files.ts';
import { keys } from '#functions/adapters/dynamo/keys.ts';
import { dynamoNotices } from '#functions/adapters/dynamo/notices.ts';
import { dynamoOpenings } from '#functions/adapters/dynamo/openings.ts';
import { dynamoOutcomes } from '#functions/adapters/dynamo/outcomes.ts';
import { dynamoPeople } from '#functions/adapters/dynamo/people.ts';
import { dynamoProofs } from '#functions/adapters/dynamo/proofs.ts';
import { dynamoRatings } from '#functions/adapters/dynamo/ratings.ts';
import { dynamoSessions } from '#functions/adapters/dynamo/sessions.ts';
import type { Table } from '#functions/adapters/dynamo/table.ts';
import { dynamoVoluntary } from '#functions/adapters/dynamo/voluntary.ts';
import { s3Shredder } from '#functions/adapters/s3/shredder.ts';
import { aesSealer } from '#functions/adapters/sealer.ts';
import { sealing } from '#functions/audit/block-hash.ts';
import { newFile } from '#functions/intake/new-file.ts';
import type { Shredder } from '#functions/ports/privacy.ts';
import type { EraseDeps } from '#functions/privacy/erase.ts';
import { newErasure } from '#functions/privacy/new-erasure.ts';
import { draftNumber } from '#shared/interview/answer.ts';
import { changeOf, company, consents, inviteCommand, newIds } from '#test/functions/adapters/dynamo/store.ts';
import { clipRecord, said, startStage, strong } from '#test/functions/evaluation/stage.ts';
import { allItems } from '#test/functions/table-check.ts';
import { seed } from '#test/world/seeds/world-seed.ts';

export const sealer = aesSealer('a-key-of-at-least-thirty-two-characters');

/** A crash: from here on nothing reaches the store any more. */
export class Crash extends Error {}

const isWrite = (command: object) => /^(Put|Update|Delete|TransactWrite|BatchWrite)/.test(command.constructor.name);

/** The store for a worker that dies after so many writes. */
export function dyingAfter(writes: number) {
  let left = writes;
  let made = 0;
  const spend = () => {
    if (left <= 0) throw new Crash();
    left -= 1;
    made += 1;
  };
  return {
    made: () => made,
    table: (table: Table): Table => ({
      ...table,
      send: (async (command: object) => {
        if (left <= 0) throw new Crash();
        if (isWrite(command)) spend();
        return (table.send as (one: object) => Promise<unknown>)(command);
      }) as Table['send'],
    }),
    shredder: (shredder: Shredder): Shredder => ({
      async removeAll(prefix) {
        spend();
        return shredder.removeAll(prefix);
      },
    }),
  };
}

export type PrivacyStage = Awaited<ReturnType<typeof startPrivacyStage>>;

/** A company on the product's own table and a bucket, in which somebody has left everything that one can leave. */
export async function startPrivacyStage() {
  const stage = await startStage();
  const { table, clock, interviews, put, positionId, deps } = stage;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local-secret' };
  const where = { region: 'us-east-1', bucket: 'media', endpoint: stage.s3.endpoint, credentials };
  const bucket = new S3Client({ region: 'us-east-1', endpoint: stage.s3.endpoint, credentials, forcePathStyle: true });
  const shredder = s3Shredder(where);
  let made = 0;

  const eraseDeps = (over: Table = table, shred: Shredder = shredder): EraseDeps => ({
    erasures: dynamoErasures(over),
    eraser: dynamoEraser(over),
    requisitions: deps.requisitions,
    shredder: shred,
    audit: dynamoAudit(over, sealing),
    clock,
    anon: () => `gone_${randomBytes(8).toString('hex')}`,
  });

  /** Somebody with everything; `mark` is in every word of theirs. */
  async function somebody() {
    made += 1;
    const mark = `标记${String(made).padStart(4, '0')}x`;
    const ids = { ...newIds(), positionId };
    const { candidateId, interviewId, requisitionId } = ids;
    const phone = `1770000${String(made).padStart(4, '0')}`;
    const [model] = seed.requisitions;
    await put({ ...keys.requisition(company, requisitionId), ...model, requisitionId, positionId });
    const people = dynamoPeople(table);
    const at = clock.now().toISOString();
    const fileId = `file_${String(made).padStart(6, '0')}`;
    const resume = { text: `销售 ${mark}`, at, file: { key: `c/${company}/resume/${fileId}`, name: `${mark}.pdf` } };
    const person = { candidateId, name: `王${mark}`, phone, email: `a${made}@${made}.test`, headline: mark };
    await people.add(company, person, resume, 'import');
    const files = dynamoFiles(table);
    const applicant = { requisitionId, candidateId };
    await files.putOnce(
      company,
      newFile({ fileId, purpose: 'resume', name: mark, mime: 'application/pdf', by: null, at, applicant }),
    );
    await files.readAgain(company, fileId, at);
    await files.settle(company, fileId, { state: 'ready', headers: [], rows: [], text: mark });
    const wish = {
      candidateId,
      requisitionId,
      name: person.name,
      source: null,
      at,
      times: 1,
      consent: { version: '1', at },
    };
    await dynamoOpenings(table).putWish(company, { ...wish, operation: 'op', fileId, unread: null, newer: resume });
    for (const key of [
      resume.file.key,
      `c/${company}/intake/${fileId}/upload`,
      `c/${company}/interview/${interviewId}/clip/1/qclose/1-1/whole`,
    ]) {
      await bucket.send(new PutObjectCommand({ Bucket: 'media', Key: key, Body: mark }));
    }
    await dynamoIdentities(table).bindWechat('wx1', `o_${made}`, company, candidateId);
    await dynamoIdentities(table).bindProven('wx1', `o_also${made}`, company, candidateId);
    await dynamoProofs(table).put(company, candidateId, { n: 1, nonce: 'n', askedAt: at, expiresAt: at });
    const operation = { id: `credits-${made}`, name: 'interview.subscribe', bodyHash: 'h', answer: {} };
    await dynamoCredits(table).add(company, candidateId, ['result'], operation);
    await dynamoVoluntary(table, sealer).put(company, candidateId, { sex: 'female', consent: { version: '1', at } });
    await dynamoNotices(table).markRead(company, { candidateId }, ['n1']);
    const message = {
      messageId: 'm1',
      interviewId,
      kind: 'invitation',
      title: mark,
      text: mark,
      at,
      readAt: null,
      page: 'p',
    };
    await dynamoInbox(table).put(company, candidateId, message);

    const invited = changeOf(undefined, inviteCommand(clock.now(), ids), clock.now());
    await interviews.commit({ ...invited, name: person.name });
    // Another name since: found by the old one as well.
    await people.change(company, { ...person, name: `李${mark}` });
    const { terms, epoch } = { ...invited.after, epoch: 1 };
    const begun = await stage.after(
      invited.after,
      { type: 'start', by: candidateId, consents },
      {
        drafts: () =>
          terms.questionIds.map((questionId) => ({
            op: 'create',
            attempt: 1,
            questionId,
            number: draftNumber(epoch, 0),
          })),
      },
    );
    const words = Object.fromEntries(
      Object.entries(strong).map(([id, { sent }]) => [id, said(...sent, `${mark} ${id}`)]),
    );
    const state = await stage.ended(begun, words);
    await stage.settle(state);
    await interviews.saveDraft({
      company,
      candidateId,
      interviewId,
      attempt: 1,
      questionId: terms.questionIds[0] ?? '',
      number: draftNumber(1, 900),
      content: said(mark),
    });
    await deps.clips.putOnce(
      company,
      interviewId,
      clipRecord({ transcript: { text: mark, confidence: 1, sure: true, words: [] } }),
    );
    await interviews.putNote(company, interviewId, { name: 'message#tkt_1#1', value: { text: mark } });
    await dynamoDeliveries(table).claim(company, interviewId, {
      kind: 'invitation',
      generation: 1,
      channel: 'sms',
      at,
      state: 'claimed',
    });
    await dynamoDeliveries(table).settle(company, interviewId, {
      kind: 'invitation',
      generation: 1,
      channel: 'sms',
      at,
      state: 'sent',
      msgid: `m${made}`,
    });
    const rated = {
      interviewId,
      questionId: 'qclose',
      userId: 'usr_1',
      level: 3,
      score: 60,
      scorer: 's@1',
      report: 1,
      at,
    };
    await dynamoRatings(table).put(company, positionId, rated);
    const said1 = {
      paraphraseId: `par_${made}`,
      questionId: 'qclose',
      keyPoint: 'k',
      phrase: `${mark} qclose`,
      by: 'usr_1',
      at,
      withdrawnAt: null,
    };
    const { version } = await deps.paraphrases.ofPosition(company, positionId);
    await deps.paraphrases.add(
      company,
      positionId,
      { ...said1, since: version + 1 },
      { ...operation, id: `par-${made}` },
    );
    const subject = {
      kind: 'interview' as const,
      interviewId,
      applicationId: ids.applicationId,
      candidateId,
      requisitionId,
    };
    const differences = [{ what: 'dossier' as const, healed: true, fields: [] }];
    await dynamoChecks(table).note(
      company,
      { at: `${at}${made}`, cause: 'end', by: 'system', subject, differences },
      at.slice(0, 10),
    );
    await dynamoWithdrawals(table).put(company, candidateId, 'recording', at);
    const device = { app: 'wechat' as const, system: 'ios' as const };
    const session = { sessionId: `ses_${made}`, device, createdAt: at, usedAt: at, endsAt: '2099-01-01T00:00:00.000Z' };
    await dynamoSessions(table).open(company, candidateId, session);
    await dynamoOutcomes(table).put(company, {
      applicationId: ids.applicationId,
      interviewId,
      positionId,
      retention: 'there',
      leftOn: null,
      probation: 'passed',
      performance: 4,
      version: 1,
      at,
      by: 'usr_1',
      from: 'entered',
    });
    await deps.headways.show(company, interviewId, { request: 1, done: 0, total: 1 });
    const { applicationId } = ids;
    await put({ ...keys.lesson(company, requisitionId, interviewId), interviewId, applicationId, candidateId });
    await put({ ...keys.waiting(company, requisitionId, candidateId), requisitionId });
    await put({ ...keys.seats(company, requisitionId), holders: new Set([interviewId]) });
    return { ...ids, mark, phone, fileId, openid: `o_${made}`, state };
  }

  async function asked(candidateId: string) {
    const dueAt = clock.now().toISOString();
    const wanted = newErasure({ clock, ids: deps.ids }, { candidateId, because: 'asked', dueAt });
    const pointer = await dynamoErasures(table).ask(company, wanted, 'code-1');
    if (pointer === undefined) throw new Error('deleted already');
    return pointer;
  }

  /** Where in the whole table and bucket any of these words stands. */
  async function placesOf(...words: string[]): Promise<string[]> {
    const items = await allItems(stage.direct);
    const found = items.filter((item) => {
      const text = JSON.stringify(item, (_, value) => (value instanceof Set ? [...value] : value));
      return words.some((word) => text.includes(word));
    });
    const { Contents = [] } = await bucket.send(new ListObjectsV2Command({ Bucket: 'media' }));
    const objects: string[] = [];
    for (const { Key = '' } of Contents) {
      const { Body } = await bucket.send(new GetObjectCommand({ Bucket: 'media', Key }));
      const text = `${Key} ${await Body?.transformToString()}`;
      if (words.some((word) => text.includes(word))) objects.push(`s3:${Key}`);
    }
    return [...found.map(({ pk, sk }) => `${pk}|${sk}`), ...objects];
  }

  return {
    ...stage,
    company,
    shredder,
    bucket,
    somebody,
    asked,
    eraseDeps,
    placesOf,
    holds: dynamoHolds(table),
    dues: dynamoPrivacyDues(table),
    settings: dynamoPrivacySettings(table),
    async stop() {
      bucket.destroy();
      await stage.stop();
    },
  };
}
