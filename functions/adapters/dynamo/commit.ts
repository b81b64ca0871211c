import type { Change, CommitRefusal, DraftChange } from '#functions/ports.ts';
import { emptyDraft, epochOf } from '#shared/interview/answer.ts';
import { limits } from '#shared/limits.ts';
import { ok, type Result, refuse } from '#shared/result.ts';
import { notErased } from './erased.ts';
import { dueShard, keys } from './keys.ts';
import { nameWrites } from './names.ts';
import { retentionWrite } from './retention-write.ts';
import { seatWrites } from './seats.ts';
import type { Table } from './table.ts';
import { transact, type Write } from './transact.ts';

const daySeconds = 86_400;

/**
 * The one way an interview changes: state, events, drafts, due items and the answer to the operation in a single
 * transaction, conditioned on the version that was decided on.
 */
export async function commit(table: Table, change: Change): Promise<Result<void, CommitRefusal>> {
  const outcome = await transact(table, [
    stateWrite(change),
    ...eventWrites(change),
    ...(change.drafts ?? []).map((draft) => draftWrite(table, change, draft)),
    ...dueWrites(change),
    ...operationWrites(table, change),
    ...(change.before === undefined ? invitationWrites(change) : []),
    ...reportWrites(change),
    ...noteWrites(change),
    ...slotWrites(change),
    ...(await seatWrites(table, change)),
  ]);
  if (outcome.committed) return ok(undefined);
  if (outcome.failed.includes('operation')) return refuse({ kind: 'operation_exists' });
  if (outcome.failed.includes('applicant')) return refuse({ kind: 'already_invited' });
  const decided = !outcome.failed.includes('state') && !outcome.failed.includes('vacancies');
  if (outcome.failed.includes('seat') && decided) return refuse({ kind: 'no_vacancy' });
  if (outcome.failed.includes('slot') && !outcome.failed.includes('state')) return refuse({ kind: 'slot_full' });
  const questionIds = outcome.failed.filter((on) => on.startsWith('draft:')).map((on) => on.slice('draft:'.length));
  if (questionIds.length > 0 && !outcome.failed.includes('state')) {
    return refuse({ kind: 'draft_mismatch', questionIds });
  }
  return refuse({ kind: 'conflict' });
}

function stateWrite({ company, before, after }: Change): Write {
  const item = { ...keys.state(company, after.interviewId), ...after };
  if (before === undefined)
    return { on: 'state', Put: { Item: item, ConditionExpression: 'attribute_not_exists(pk)' } };
  return {
    on: 'state',
    Put: {
      Item: item,
      ConditionExpression: '#version = :before',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':before': before.version },
    },
  };
}

function eventWrites({ company, before, after, events }: Change): Write[] {
  return events.map((event, i) => {
    const version = (before?.version ?? 0) + i + 1;
    return {
      on: 'event',
      Put: {
        Item: { ...keys.event(company, after.interviewId, version), version, event },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    };
  });
}

function draftWrite(table: Table, { company, after }: Change, draft: DraftChange): Write {
  const on = `draft:${draft.questionId}`;
  const key = keys.draft(company, after.interviewId, draft.attempt, draft.questionId);
  if (draft.op === 'close') {
    const ExpressionAttributeValues = { ':true': true };
    const stands = { UpdateExpression: 'SET sealed = :true', ConditionExpression: 'attribute_exists(pk)' };
    return { on, Update: { Key: key, ...stands, ExpressionAttributeValues } };
  }
  const { number } = draft;
  if (draft.op === 'create') {
    const fixed = { questionId: draft.questionId, owner: after.candidateId, sealed: false };
    const item = {
      ...key,
      ...fixed,
      number,
      epoch: epochOf(number),
      content: emptyDraft,
      savedAt: table.clock.now().toISOString(),
    };
    return { on, Put: { Item: item, ConditionExpression: 'attribute_not_exists(pk)' } };
  }
  const names = { '#number': 'number' };
  if (draft.op === 'raise') {
    return {
      on,
      Update: {
        Key: key,
        UpdateExpression: 'SET #number = :number, epoch = :epoch',
        ConditionExpression: 'attribute_exists(pk) AND #number < :number',
        ExpressionAttributeNames: names,
        ExpressionAttributeValues: { ':number': number, ':epoch': epochOf(number) },
      },
    };
  }
  if (draft.op === 'unseal') {
    return {
      on,
      Update: {
        Key: key,
        UpdateExpression: 'SET #number = :number, epoch = :epoch, sealed = :false',
        ConditionExpression: 'sealed = :true AND #number < :number',
        ExpressionAttributeNames: names,
        ExpressionAttributeValues: { ':number': number, ':epoch': epochOf(number), ':true': true, ':false': false },
      },
    };
  }
  return {
    on,
    Update: {
      Key: key,
      UpdateExpression: 'SET sealed = :true',
      ConditionExpression: '#number = :number AND sealed = :false',
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: { ':number': number, ':true': true, ':false': false },
    },
  };
}

function dueWrites({ company, after, due }: Change): Write[] {
  const itv = after.interviewId;
  const gone = due.clear.filter((item) => !due.set.some((set) => set.kind === item.kind));
  return [
    ...due.set.map(
      ({ kind, at }): Write => ({
        on: 'due',
        Put: {
          Item: {
            ...keys.due(company, itv, kind),
            dueShard: dueShard(itv),
            dueAt: at,
            company,
            interviewId: itv,
            kind,
          },
        },
      }),
    ),
    ...gone.map(({ kind }): Write => ({ on: 'due', Delete: { Key: keys.due(company, itv, kind) } })),
  ];
}

function operationWrites(table: Table, { company, operation }: Change): Write[] {
  if (operation === undefined) return [];
  const expires = Math.floor(table.clock.now().getTime() / 1000) + limits.operationDays * daySeconds;
  const item = { ...keys.operation(company, operation.id), ...operation, expires };
  return [{ on: 'operation', Put: { Item: item, ConditionExpression: 'attribute_not_exists(pk)' } }];
}

function invitationWrites({ company, after, plan, name }: Change): Write[] {
  const { interviewId, applicationId, candidateId, requisitionId } = after;
  return [
    { on: 'plan', Put: { Item: { ...keys.plan(company, interviewId), plan } } },
    notErased(company, candidateId),
    retentionWrite(company, candidateId, new Date(after.invitedAt)),
    {
      on: 'own',
      // With the name under which it is found: the person may have another one when it is to be deleted.
      Put: {
        Item: { ...keys.candidateInterview(company, candidateId, interviewId), interviewId, ...(name && { name }) },
      },
    },
    {
      on: 'applicant',
      Put: {
        Item: { ...keys.applicant(company, requisitionId, candidateId), candidateId, applicationId, interviewId },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
    { on: 'waiting', Delete: { Key: keys.waiting(company, requisitionId, candidateId) } },
    ...(name === undefined ? [] : nameWrites(company, interviewId, name)),
  ];
}

function reportWrites({ company, after, report }: Change): Write[] {
  if (report === undefined) return [];
  const item = { ...keys.report(company, after.interviewId, report.report), report };
  return [{ on: 'report', Put: { Item: item, ConditionExpression: 'attribute_not_exists(pk)' } }];
}

function noteWrites({ company, after, notes = [] }: Change): Write[] {
  return notes.map((note) => ({
    on: 'note',
    Put: { Item: { ...keys.note(company, after.interviewId, note.name), ...note } },
  }));
}

/** Who holds a place stands in the slot itself, so a place is taken once whatever is repeated. */
function slotWrites({ company, after, slots }: Change): Write[] {
  if (slots === undefined) return [];
  const holder = new Set([after.interviewId]);
  const { take, release } = slots;
  return [
    ...(take === null
      ? []
      : [
          {
            on: 'slot',
            Update: {
              Key: keys.slot(company, take.positionId, take.slotId),
              UpdateExpression: 'ADD holders :holder',
              ConditionExpression: '#open = :true AND (attribute_not_exists(holders) OR size(holders) < #capacity)',
              ExpressionAttributeNames: { '#open': 'open', '#capacity': 'capacity' },
              ExpressionAttributeValues: { ':holder': holder, ':true': true },
            },
          },
        ]),
    ...(release === null
      ? []
      : [
          {
            on: 'released',
            Update: {
              Key: keys.slot(company, release.positionId, release.slotId),
              UpdateExpression: 'DELETE holders :holder',
              ExpressionAttributeValues: { ':holder': holder },
            },
          },
        ]),
  ];
}
