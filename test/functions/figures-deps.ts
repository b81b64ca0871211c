import { dynamoDeliveries } from '#functions/adapters/dynamo/deliveries.ts';
import { dynamoDirectory } from '#functions/adapters/dynamo/directory.ts';
import { dynamoFigures } from '#functions/adapters/dynamo/figures.ts';
import { dynamoInbox } from '#functions/adapters/dynamo/inbox.ts';
import { dynamoOutcomes } from '#functions/adapters/dynamo/outcomes.ts';
import type { Table } from '#functions/adapters/dynamo/table.ts';
import type { Figures } from '#functions/ports/figures.ts';

/** What an interview's figures are made from and kept in, on a real store. */
export const figuresOn = (table: Table) => ({
  figures: dynamoFigures(table),
  deliveries: dynamoDeliveries(table),
  inbox: dynamoInbox(table),
  outcomes: dynamoOutcomes(table),
  directory: dynamoDirectory(table),
});

/** For a stage that keeps no figures. */
export const noFigures: Figures = {
  kept: async () => undefined,
  write: async () => true,
  days: async () => [],
  rows: async () => ({ rows: [], cursor: null }),
};
