import { useState } from 'react';
import type { Input } from '#shared/contract/operations.ts';
import { call } from '../../../api/call.ts';
import { type CallError, isRefused } from '../../../api/call-error.ts';
import { useCommand } from '../../use-command.ts';
import type { Hint } from '../shapes.ts';

type Saved = Omit<Input<'settings.save'>, 'operationId'>;
type Done = { key: string; back: Saved };

/** A suggestion taken over: one save on top of the settings as they are, and one that puts back what was there. */
export function useApply() {
  const [done, setDone] = useState<Done>();
  const [said, setSaid] = useState<'done' | 'undone' | 'moved'>();
  const [unread, setUnread] = useState<CallError>();
  const saving = useCommand((intention, operationId) =>
    call('settings.save', { input: { operationId, ...(JSON.parse(intention) as Saved) } }),
  );

  async function send(wanted: Saved) {
    const answer = await saving.run(JSON.stringify(wanted));
    if (!answer.ok && isRefused(answer.error, 'version_conflict')) {
      saving.forgetError();
      setSaid('moved');
    }
    return answer.ok ? answer.value : undefined;
  }
  return {
    busy: saving.busy,
    error: unread ?? saving.error,
    said,
    /** Which one can be taken back. */
    done: done?.key,
    forget() {
      saving.forgetError();
      setUnread(undefined);
      setSaid(undefined);
    },
    /** `madeFor`: the version of the settings the suggestion was worked out from. */
    async apply(key: string, { settings }: Hint, madeFor: number): Promise<boolean> {
      setSaid(undefined);
      const now = await call('settings.get');
      setUnread(now.ok ? undefined : now.error);
      if (!now.ok) return false;
      const { version, own, contact } = now.value;
      if (version !== madeFor) {
        setSaid('moved');
        return false;
      }
      const saved = await send({ version, own: { ...own, ...settings }, contact });
      if (saved === undefined) return false;
      setDone({ key, back: { version: saved.version, own, contact } });
      setSaid('done');
      return true;
    },
    async undo(): Promise<boolean> {
      if (done === undefined) return false;
      const saved = await send(done.back);
      if (saved === undefined) return false;
      setDone(undefined);
      setSaid('undone');
      return true;
    },
  };
}
export type Apply = ReturnType<typeof useApply>;
