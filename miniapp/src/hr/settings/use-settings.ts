import { useMemo, useRef, useState } from 'react';
import { call } from '../../api/call.ts';
import { isRefused } from '../../api/call-error.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { may } from '../may.tsx';
import { useCommand } from '../use-command.ts';
import {
  type Contact,
  changesBetween,
  type Draft,
  draftOf,
  type Own,
  onTopOf,
  ownOf,
  put,
  same,
  type View,
  withWrong,
  wrongIn,
} from './draft.ts';

export type SettingsModel = ReturnType<typeof useSettings>;
type Editing = {
  base: View;
  draft: Draft /** Grows when boxes are to show what was not typed into them. */;
  revision: number;
};
type Saving = { version: number; own: Own; contact: Contact };

/** The company's settings being changed: nothing holds before it is saved, and the last save can be taken back. */
export function useSettings() {
  const load = () => call('settings.get');
  const loaded = useLoaded(load);
  const [edited, setEdited] = useState<Editing>();
  const [theirs, setTheirs] = useState<View>();
  /** What held before the last save. */
  const [before, setBefore] = useState<Pick<Saving, 'own' | 'contact'>>();
  const [said, setSaid] = useState<'saved' | 'undone'>();
  const opened = useRef<Editing>();
  if (loaded.phase === 'ready' && opened.current === undefined) {
    opened.current = { base: loaded.value, draft: draftOf(loaded.value), revision: 0 };
  }
  const editing = edited ?? opened.current;
  const changes = useMemo(
    () => (editing ? changesBetween(editing.base.defaults, ownOf(editing.base), editing.draft.own) : []),
    [editing],
  );
  const contactChanged = editing !== undefined && !same(editing.base.contact, editing.draft.contact);

  const saving = useCommand((intention, operationId) => {
    const { version, own, contact } = JSON.parse(intention) as Saving;
    return call('settings.save', { input: { operationId, version, own, contact } });
  });

  function change(next: Draft, boxes = false) {
    if (editing === undefined) return;
    setSaid(undefined);
    setEdited({ ...editing, draft: next, revision: editing.revision + (boxes ? 1 : 0) });
  }
  function show(base: View, draft = draftOf(base)) {
    setEdited({ base, draft, revision: (editing?.revision ?? 0) + 1 });
  }
  async function send(wanted: Saving): Promise<View | undefined> {
    const answer = await saving.run(JSON.stringify(wanted));
    if (answer.ok) {
      setTheirs(undefined);
      show(answer.value);
      return answer.value;
    }
    if (isRefused(answer.error, 'version_conflict')) {
      const newest = await load();
      if (newest.ok) setTheirs(newest.value);
    }
    return undefined;
  }
  async function save(base = editing?.base, draft = editing?.draft): Promise<boolean> {
    if (base === undefined || draft === undefined) return false;
    const kept = { own: ownOf(base), contact: base.contact };
    const done = await send({ version: base.version, own: draft.own, contact: draft.contact });
    if (done === undefined) return false;
    setBefore(kept);
    setSaid('saved');
    return true;
  }

  return {
    loaded,
    editing,
    changes,
    contactChanged,
    dirty: changes.length > 0 || contactChanged,
    wrong: editing === undefined ? 0 : wrongIn(editing.draft),
    saving,
    said,
    theirs,
    maySave: may('settings.save'),
    mayUndo: before !== undefined && said === 'saved',
    set(own: View['own']) {
      if (editing === undefined) return;
      const { draft, base } = editing;
      change({ ...draft, own: put(base.defaults, draft.own, own) });
    },
    reset(own: Own, boxes: readonly string[]) {
      if (editing === undefined) return;
      const wrong = boxes.reduce((all, box) => withWrong(all, box, undefined), editing.draft.wrong);
      change({ ...editing.draft, own, wrong }, true);
    },
    setContact: (contact: Contact) => editing && change({ ...editing.draft, contact }),
    /** Of the contact, in minutes; what was typed may be wrong. */
    answerWithin(contact: Contact, text: string | undefined) {
      if (editing === undefined) return;
      change({ ...editing.draft, contact, wrong: withWrong(editing.draft.wrong, 'response', text) });
    },
    /** `own`: what else the box says when it can be taken. */
    box(name: string, text: string | undefined, own: View['own'] = {}) {
      if (editing === undefined) return;
      const { draft, base } = editing;
      const next = put(base.defaults, draft.own, own);
      change({ ...draft, own: next, wrong: withWrong(draft.wrong, name, text) });
    },
    discard: () => editing && show(editing.base),
    save,
    async undo() {
      if (editing === undefined || before === undefined) return;
      if ((await send({ version: editing.base.version, ...before })) === undefined) return;
      setBefore(undefined);
      setSaid('undone');
    },
    async keepMine() {
      if (editing === undefined || theirs === undefined) return;
      const draft = onTopOf(theirs, editing.base, editing.draft);
      show(theirs, draft);
      setTheirs(undefined);
      await save(theirs, draft);
    },
    takeTheirs() {
      if (theirs !== undefined) show(theirs);
      setTheirs(undefined);
    },
    closeConflict: () => setTheirs(undefined),
  };
}
