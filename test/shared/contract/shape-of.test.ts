import { expect, test } from 'vitest';
import { type OperationId, operations } from '#shared/contract/operations.ts';
import { shapeOf } from '#shared/contract/shape-of.ts';

test('each operation alone is the one of the whole contract', async () => {
  for (const [id, shape] of Object.entries(operations)) expect(await shapeOf(id as OperationId), id).toBe(shape);
});
