import { useCallback, useEffect, useState } from 'react';
import { ok } from '#shared/result.ts';
import { call } from '../../api/call.ts';
import { type CallError, isRefused } from '../../api/call-error.ts';
import { retrying } from '../../api/retry.ts';
import { askSecondFactor } from '../account/ask-second-factor.ts';
import { type Draft, draftOf, isSame, type Rule, type RulesView } from './draft.ts';

const read = (positionId: string) => retrying(() => call('position.rules', { params: { positionId } }));

/** What a person is working on, from which version they began, and what came of saving it. */
export function useRules(positionId: string) {
  const [base, setBase] = useState<RulesView>();
  const [draft, setDraft] = useState<Draft>();
  const [error, setError] = useState<CallError>();
  const [saving, setSaving] = useState(false);
  const [saveError, setSaveError] = useState<CallError>();
  const [savedVersion, setSavedVersion] = useState<number>();
  /** The version somebody else saved meanwhile. */
  const [theirs, setTheirs] = useState<RulesView>();

  /** Grows when other rules take the place of those on the page: what is typed in boxes goes with them. */
  const [revision, setRevision] = useState(0);
  const replace = useCallback((by: Draft) => {
    setDraft(by);
    setSavedVersion(undefined);
    setSaveError(undefined);
    setRevision((n) => n + 1);
  }, []);

  const load = useCallback(async () => {
    const answer = await read(positionId);
    if (!answer.ok) return setError(answer.error);
    setError(undefined);
    setBase(answer.value);
    setDraft(draftOf(answer.value));
  }, [positionId]);
  useEffect(() => void load(), [load]);

  const dirty = base !== undefined && draft !== undefined && !isSame(draftOf(base), draft);

  function edit(change: (draft: Draft) => Draft): void {
    setSavedVersion(undefined);
    setSaveError(undefined);
    setDraft((now) => now && change(now));
  }

  async function save(): Promise<void> {
    if (base === undefined || draft === undefined || saving) return;
    setSaving(true);
    setSaveError(undefined);
    const input = { version: base.ruleSet.version, ...draft };
    const answer = await retrying(() => call('position.saveRules', { params: { positionId }, input }));
    if (answer.ok) {
      setBase(answer.value);
      setDraft(draftOf(answer.value));
      setSavedVersion(answer.value.ruleSet.version);
    } else if (isRefused(answer.error, 'version_conflict')) {
      const newest = await read(positionId);
      if (newest.ok) setTheirs(newest.value);
      else setSaveError(newest.error);
    } else {
      setSaveError(answer.error);
      askSecondFactor(answer.error);
    }
    setSaving(false);
  }

  /** The newest version is what the work goes on from; `keep`: with one's own changes still on top. */
  function settle(keep: boolean): void {
    if (theirs === undefined) return;
    setBase(theirs);
    if (!keep) replace(draftOf(theirs));
    setTheirs(undefined);
  }

  return {
    base,
    draft,
    error,
    load,
    dirty,
    edit,
    editRules: (change: (rules: Rule[]) => Rule[]) => edit((now) => ({ ...now, rules: change(now.rules) })),
    revision,
    replace,
    discard: () => base && replace(draftOf(base)),
    save,
    saving,
    saveError,
    savedVersion,
    theirs,
    settle,
    closeConflict: () => setTheirs(undefined),
  };
}
export type RulesModel = ReturnType<typeof useRules>;

export const readVersions = async (positionId: string) => {
  const answer = await retrying(() => call('position.ruleVersions', { params: { positionId } }));
  return answer.ok ? ok(answer.value.versions) : answer;
};
