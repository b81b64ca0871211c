import { DeleteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { type Key, keys } from '#functions/adapters/dynamo/keys.ts';
import { type CopyName, copyNames } from '#shared/application/copies.ts';
import type { InterviewStore } from '#test/functions/adapters/dynamo/store.ts';
import type { Random } from '#test/functions/simulation/random.ts';
import { allItems } from '#test/functions/table-check.ts';
import type { One } from './command.ts';

const placeOf: Record<CopyName, (one: One) => Key> = {
  application: ({ company, ids }) => keys.application(company, ids.applicationId),
  dossier: ({ company, ids }) => keys.dossier(company, ids.applicationId),
  organisation: ({ company, ids }) => keys.contribution(company, ids.requisitionId, ids.interviewId),
  workbench: ({ company, ids }) => keys.workbench(company, ids.interviewId),
};

/** A copy of the same version and another content, gone, or of a time before; or a row that its copy says is there. */
export async function corrupt(store: InterviewStore, one: One, random: Random): Promise<CopyName> {
  const { direct } = store;
  const drop = (Key: Key) => direct.send(new DeleteCommand({ TableName: direct.name, Key }));
  const what = random.pick([...copyNames, 'row'] as const);
  if (what === 'row') {
    const { company, ids } = one;
    const mine = (await allItems(direct)).filter(
      ({ pk, sk }) => pk.startsWith(`c#${company}#wb#`) && sk.endsWith(`#${ids.interviewId}`),
    );
    const { pk, sk } = random.pick(mine);
    await drop({ pk, sk });
    return 'workbench';
  }
  const Key = placeOf[what](one);
  const how = random.pick(['wrong', 'gone', 'old'] as const);
  if (how === 'gone') {
    await drop(Key);
    return what;
  }
  const names = { '#status': 'status', '#value': 'value', ...(how === 'old' && { '#version': 'version' }) };
  await direct.send(
    new UpdateCommand({
      TableName: direct.name,
      Key,
      UpdateExpression: `SET #status = :wrong, #value.#status = :wrong${how === 'old' ? ', #version = :old' : ''}`,
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: { ':wrong': 'cancelled', ...(how === 'old' && { ':old': 0 }) },
    }),
  );
  return what;
}

/** A counter that is off by more than what befalls three people's copies could make up for by chance. */
export async function bend({ direct }: InterviewStore, Key: Key, random: Random): Promise<void> {
  await direct.send(
    new UpdateCommand({
      TableName: direct.name,
      Key,
      UpdateExpression: 'ADD #field :by',
      ExpressionAttributeNames: { '#field': random.pick(['submitted', 'evaluated', 'no_show']) },
      ExpressionAttributeValues: { ':by': random.pick([-5, 5]) },
    }),
  );
}
