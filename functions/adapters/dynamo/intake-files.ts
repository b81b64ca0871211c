import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Files } from '#functions/ports/intake.ts';
import { candidateFields } from '#shared/intake/columns.ts';
import { filePurposes, fileRefusals, intakeLimits } from '#shared/intake/files.ts';
import { type Key, keys } from './keys.ts';
import { get, list } from './read.ts';
import type { Table } from './table.ts';
import { transactPatiently } from './transact.ts';

const fileSchema = z.object({
  fileId: z.string(),
  purpose: z.enum(filePurposes),
  name: z.string(),
  mime: z.string(),
  by: z.string().nullable(),
  at: z.string(),
  state: z.enum(['reading', 'ready', 'failed']),
  code: z.enum(fileRefusals).nullable(),
  rows: z.number(),
  headers: z.array(z.string()),
  text: z.string().nullable(),
  applicant: z.object({ requisitionId: z.string(), candidateId: z.string() }).nullable(),
});
const importSchema = z.object({
  importId: z.string(),
  columns: z.array(z.enum(candidateFields).nullable()),
  by: z.string(),
  at: z.string(),
  state: z.enum(['running', 'done']),
  done: z.number(),
  all: z.number(),
  added: z.number(),
  known: z.number(),
  skipped: z.number(),
});
/** As JSON: a list of lists costs twice as much in DynamoDB's own form. */
const pieceSchema = z.object({ json: z.string() });

/** Of one item, well under the 400 KB that DynamoDB allows. */
const pieceBytes = 200_000;
const headerCharacters = 80;
const day = 86_400;

export function dynamoFiles(table: Table): Files {
  const expires = () => Math.floor(table.clock.now().getTime() / 1000) + intakeLimits.keptDays * day;

  /** The item that stands under the key: this one where there was none. */
  async function putOnce<T extends object>(key: Key, item: T, read: () => Promise<T | undefined>): Promise<T> {
    const Item = { ...key, ...item, expires: expires() };
    try {
      await table.send(
        new PutCommand({ TableName: table.name, Item, ConditionExpression: 'attribute_not_exists(pk)' }),
      );
      return item;
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      return (await read()) ?? item;
    }
  }
  const files: Files = {
    get: (company, fileId) => get(table, keys.file(company, fileId), fileSchema),
    putOnce: (company, file) => putOnce(keys.file(company, file.fileId), file, () => files.get(company, file.fileId)),
    async readAgain(company, fileId, at) {
      const outcome = await transactPatiently(table, [
        {
          on: 'file',
          Update: {
            Key: keys.file(company, fileId),
            UpdateExpression: 'SET #state = :reading, #at = :at, #code = :none',
            ConditionExpression: 'attribute_exists(pk) AND #state <> :ready',
            ExpressionAttributeNames: { '#state': 'state', '#at': 'at', '#code': 'code' },
            ExpressionAttributeValues: { ':reading': 'reading', ':ready': 'ready', ':at': at, ':none': null },
          },
        },
        { on: 'again', Put: { Item: { ...keys.fileAgain(company, fileId, at), expires: expires() } } },
      ]);
      if (!outcome.committed && !outcome.failed.includes('file')) throw new Error('a file was not read again');
    },
    async settle(company, fileId, outcome) {
      const ready = outcome.state === 'ready';
      if (ready) {
        for (const [n, json] of piecesOf(outcome.rows).entries()) {
          const Item = { ...keys.fileRows(company, fileId, n), json, expires: expires() };
          await table.send(new PutCommand({ TableName: table.name, Item }));
        }
      }
      try {
        await table.send(
          new UpdateCommand({
            TableName: table.name,
            Key: keys.file(company, fileId),
            UpdateExpression: 'SET #state = :state, #code = :code, #rows = :rows, headers = :headers, #text = :text',
            ConditionExpression: '#state = :reading',
            ExpressionAttributeNames: { '#state': 'state', '#code': 'code', '#rows': 'rows', '#text': 'text' },
            ExpressionAttributeValues: {
              ':reading': 'reading',
              ':state': outcome.state,
              ':code': ready ? null : outcome.code,
              ':rows': ready ? outcome.rows.length : 0,
              ':headers': ready ? outcome.headers.map((header) => header.slice(0, headerCharacters)) : [],
              ':text': ready ? outcome.text : null,
            },
          }),
        );
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
    },
    async rows(company, fileId) {
      const pieces = await list(table, keys.fileRows(company, fileId, ''), pieceSchema);
      return pieces.flatMap(({ json }) => JSON.parse(json) as string[][]);
    },
    import: (company, fileId, importId) => get(table, keys.fileImport(company, fileId, importId), importSchema),
    beginImport: (company, fileId, record) =>
      putOnce(keys.fileImport(company, fileId, record.importId), record, () =>
        files.import(company, fileId, record.importId),
      ),
    async noteImport(company, fileId, record) {
      const Item = { ...keys.fileImport(company, fileId, record.importId), ...record, expires: expires() };
      await table.send(new PutCommand({ TableName: table.name, Item }));
    },
  };
  return files;
}

function piecesOf(rows: string[][]): string[] {
  const pieces: string[][] = [];
  let room = 0;
  for (const row of rows) {
    const json = JSON.stringify(row);
    const bytes = Buffer.byteLength(json);
    if (bytes > room) {
      pieces.push([]);
      room = pieceBytes;
    }
    pieces.at(-1)?.push(json);
    room -= bytes + 1;
  }
  return pieces.map((all) => `[${all.join(',')}]`);
}
