import { call } from '../../api/call.ts';
import { useCommand } from '../use-command.ts';
import { usePolled } from '../use-polled.ts';

const everyMs = 60_000;

/** Who is signed in here, where else, and what can be done about it. */
export function useAccount() {
  const { value, error, reload } = usePolled(() => call('account.get'), { key: 'account', everyMs });
  const ending = useCommand((sessionId) => call('account.endSession', { params: { sessionId } }));
  const beginning = useCommand(() => call('secondFactor.begin'));
  const enabling = useCommand((code) => call('secondFactor.enable', { input: { code } }));
  const renewing = useCommand(() => call('secondFactor.renewCodes'));
  const disabling = useCommand(() => call('secondFactor.disable'));

  /** Whatever it did, the page shows how it stands. */
  const fresh = async <T>(answer: Promise<T>): Promise<T> => {
    const settled = await answer;
    await reload();
    return settled;
  };
  return {
    value,
    error,
    reload,
    ending: { ...ending, run: (sessionId: string) => fresh(ending.run(sessionId)) },
    beginning,
    enabling,
    renewing: { ...renewing, run: () => fresh(renewing.run('codes')) },
    disabling: { ...disabling, run: () => fresh(disabling.run('disable')) },
  };
}
export type AccountModel = ReturnType<typeof useAccount>;
export type Account = NonNullable<AccountModel['value']>;
