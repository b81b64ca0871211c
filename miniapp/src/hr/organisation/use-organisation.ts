import { ok } from '#shared/result.ts';
import { call } from '../../api/call.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { may } from '../may.tsx';
import { useCommand } from '../use-command.ts';
import { usePolled } from '../use-polled.ts';
import type { Person } from './people-choices.tsx';
import { type Saying, useSaid } from './use-said.ts';

const everyMs = 15_000;

/** The tree, the colleagues, and what can be done to them; everything is read anew after each change. */
export function useOrganisation() {
  const view = usePolled(() => call('organisation.view'), { key: 'organisation', everyMs });
  const colleagues = useLoaded(async () =>
    may('organisation.people') ? call('organisation.people') : ok({ people: [] }),
  );
  const saying: Saying = useSaid();
  const people: readonly Person[] = colleagues.phase === 'ready' ? colleagues.value.people : [];
  return {
    view: view.value,
    error: view.error,
    people,
    saying,
    mayEdit: may('department.save'),
    async reload() {
      colleagues.reload();
      await view.reload();
    },
  };
}
export type Organisation = ReturnType<typeof useOrganisation>;

/** A command whose answer is shown by reading everything anew. */
export function useChange<T>(organisation: Organisation, send: Parameters<typeof useCommand<T>>[0]) {
  const command = useCommand(send);
  return {
    ...command,
    async run(intention: string) {
      const answer = await command.run(intention);
      await organisation.reload();
      return answer;
    },
  };
}
