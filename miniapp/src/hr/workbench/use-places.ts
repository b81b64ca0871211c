import { ok } from '#shared/result.ts';
import { call } from '../../api/call.ts';
import { freePlaces } from '../slots/week.ts';
import { usePolled } from '../use-polled.ts';

const everyMs = 30_000;

/** Free places in the times ahead by position; only positions for which a time is booked are in it. */
export function usePlaces(positionIds: string[]): ReadonlyMap<string, number> {
  const wanted = [...new Set(positionIds)];
  const { value } = usePolled(
    async () => {
      const all = await Promise.all(
        wanted.map(async (positionId) => ({ positionId, answer: await call('slot.list', { params: { positionId } }) })),
      );
      const failed = all.find(({ answer }) => !answer.ok);
      if (failed !== undefined && !failed.answer.ok) return failed.answer;
      const asked = all.flatMap(({ positionId, answer }) =>
        answer.ok && answer.value.booking ? [[positionId, freePlaces(answer.value.slots)] as const] : [],
      );
      return ok(new Map(asked));
    },
    { key: wanted.join(' '), everyMs },
  );
  return value ?? new Map();
}
