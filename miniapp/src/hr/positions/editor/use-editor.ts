import { useMemo, useRef, useState } from 'react';
import type { Output } from '#shared/contract/operations.ts';
import { changesBetween } from '#shared/organisation/position/changes.ts';
import { draftOf, type PositionDraft } from '#shared/organisation/position/draft.ts';
import { hasErrors, isImproper, lintPosition } from '#shared/organisation/position/lint.ts';
import { mergeDrafts } from '#shared/organisation/position/merge.ts';
import { call } from '../../../api/call.ts';
import { isRefused } from '../../../api/call-error.ts';
import { deviceStorage } from '../../../state/device-storage.ts';
import { useLoaded } from '../../../state/use-loaded.ts';
import { useCommand } from '../../use-command.ts';
import { forgetDraft, keepDraft, readDraft } from '../stored-draft.ts';

export type PositionView = Output<'position.get'>;
export type Editor = ReturnType<typeof useEditor>;

type Editing = {
  /** The newest version that was seen; `made.version` is the one that is edited. */
  base: PositionView;
  /** That version as it was: what was changed is what differs from it. */
  origin: PositionDraft;
  draft: PositionDraft;
  /** Grows when boxes are to show a text that was not typed into them. */
  revision: number;
  restored: boolean;
};

/** A position being edited: every change is kept on the device until it is saved as a version. */
export function useEditor(positionId: string) {
  const load = () => call('position.get', { params: { positionId } });
  const loaded = useLoaded(load, [positionId]);
  const [edited, setEdited] = useState<Editing>();
  const [theirs, setTheirs] = useState<PositionView>();
  const [savedVersion, setSavedVersion] = useState<number>();
  const [removed, setRemoved] = useState<{ what: string; before: PositionDraft }>();
  const opened = useRef<Editing>();

  if (loaded.phase === 'ready' && opened.current === undefined) {
    const stored = readDraft(deviceStorage, positionId);
    const own = draftOf(loaded.value.position);
    const restored = stored !== undefined && changesBetween(stored.origin, stored.draft).length > 0;
    // Made from an older version: the save is refused and shows both, as if it had been typed now.
    const made = restored ? { ...loaded.value.made, version: stored.version } : loaded.value.made;
    const [origin, draft] = restored ? [stored.origin, stored.draft] : [own, own];
    opened.current = { base: { ...loaded.value, made }, origin, draft, revision: 0, restored };
  }
  const editing = edited ?? opened.current;
  const changes = useMemo(
    () => (editing === undefined ? [] : changesBetween(editing.origin, editing.draft)),
    [editing],
  );
  const merged = useMemo(
    () => (editing && theirs ? mergeDrafts(editing.origin, draftOf(theirs.position), editing.draft) : undefined),
    [editing, theirs],
  );
  const findings = useMemo(() => (editing === undefined ? [] : lintPosition(editing.draft)), [editing]);

  function put(draft: PositionDraft, more: Partial<Editing> = {}) {
    if (editing === undefined) return;
    const next = { ...editing, draft, ...more };
    keepDraft(deviceStorage, positionId, { version: next.base.made.version, origin: next.origin, draft });
    setSavedVersion(undefined);
    // Taking a deletion back would take back what was changed after it.
    setRemoved(undefined);
    setEdited(next);
  }
  /** From the server, nothing changed yet. */
  function show(base: PositionView) {
    forgetDraft(deviceStorage, positionId);
    setRemoved(undefined);
    const draft = draftOf(base.position);
    setEdited({ base, origin: draft, draft, revision: (editing?.revision ?? 0) + 1, restored: false });
  }

  const saving = useCommand((intention, operationId) => {
    const { version, acknowledged, draft } = JSON.parse(intention) as Intention;
    return call('position.save', { params: { positionId }, input: { operationId, version, acknowledged, draft } });
  });
  const restoring = useCommand((to, operationId) =>
    call('position.restore', {
      params: { positionId },
      input: { operationId, version: editing?.base.made.version ?? 0, to: Number(to) },
    }),
  );
  const archiving = useCommand((archived, operationId) =>
    call('position.archive', {
      params: { positionId },
      input: { operationId, version: editing?.base.made.version ?? 0, archived: archived === 'true' },
    }),
  );

  async function save(acknowledged: boolean, wanted = editing): Promise<boolean> {
    if (wanted === undefined) return false;
    const { draft, base } = wanted;
    const intention: Intention = { version: base.made.version, acknowledged, draft };
    const answer = await saving.run(JSON.stringify(intention));
    if (answer.ok) {
      setTheirs(undefined);
      setSavedVersion(answer.value.made.version);
      show(answer.value);
      return true;
    }
    if (isRefused(answer.error, 'version_conflict')) {
      const newest = await load();
      if (newest.ok) setTheirs(newest.value);
    }
    return false;
  }

  return {
    loaded,
    editing,
    changes,
    findings,
    dirty: changes.length > 0,
    saving,
    restoring,
    archiving,
    savedVersion,
    theirs,
    merged,
    removed,
    save,
    edit: (change: (draft: PositionDraft) => PositionDraft) => editing && put(change(editing.draft)),
    /** A change that the boxes on the page do not show yet. */
    replace: (change: (draft: PositionDraft) => PositionDraft) =>
      editing && put(change(editing.draft), { revision: editing.revision + 1 }),
    /** With a way back. */
    remove(what: string, change: (draft: PositionDraft) => PositionDraft) {
      if (editing === undefined) return;
      put(change(editing.draft), { revision: editing.revision + 1 });
      setRemoved({ what, before: editing.draft });
    },
    undo() {
      if (editing === undefined || removed === undefined) return;
      put(removed.before, { revision: editing.revision + 1 });
    },
    discard() {
      if (editing === undefined) return;
      forgetDraft(deviceStorage, positionId);
      if (theirs !== undefined) return show(theirs);
      void load().then((newest) => show(newest.ok ? newest.value : editing.base));
    },
    show,
    /** Both were shown: mine on top of theirs. What cannot be saved so, or has to be looked at, stays in the editor. */
    async keepMine() {
      if (editing === undefined || theirs === undefined || merged === undefined) return;
      const origin = draftOf(theirs.position);
      const next = { ...editing, base: theirs, origin, draft: merged, revision: editing.revision + 1 };
      put(merged, next);
      const wrong = lintPosition(merged);
      if (hasErrors(wrong) || isImproper(wrong)) return setTheirs(undefined);
      await save(false, next);
    },
    takeTheirs() {
      if (theirs === undefined) return;
      show(theirs);
      setTheirs(undefined);
    },
    closeConflict: () => setTheirs(undefined),
  };
}

type Intention = { version: number; acknowledged: boolean; draft: PositionDraft };
