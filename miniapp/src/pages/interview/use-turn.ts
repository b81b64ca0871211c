import { useRef, useState } from 'react';
import { added, type Before } from '../../components/held-text.ts';
import { type ChatQuestion, nextOpen } from '../../state/chat.ts';
import type { Room } from '../../state/room.ts';

type Turn = {
  /** Grows with every text that is put into the composer. */
  revision: number;
  chosen: string | undefined;
  /** The question whose answer the interviewer reads. */
  thinking: string | undefined;
  /** What is typed while the interviewer reads; it belongs to what is asked next. */
  early: string;
};

const none: Turn = { revision: 0, chosen: undefined, thinking: undefined, early: '' };

/**
 * Which question the composer is for, and its words. The screen follows a little later: what is typed in between, into a
 * text that is gone by then, is added to the one that took its place.
 */
export function useTurn(room: Room, questions: ChatQuestion[]) {
  const [turn, setTurn] = useState(none);
  const now = useRef(turn);
  /** By revision: the question whose words were put into the box; none for the early ones. */
  const owners = useRef<(string | undefined)[]>([]);

  const open = ({ chosen }: Turn) =>
    chosen !== undefined && !room.content(chosen).done ? chosen : nextOpen(questions, room.content);
  const active = (at: Turn) => (at.thinking === undefined ? open(at) : undefined);
  owners.current[0] ??= active(none);

  function set(to: Turn) {
    now.current = to;
    setTurn(to);
  }

  /** Another question, or another text: the composer shows it. */
  function show(change: Partial<Omit<Turn, 'revision'>> = {}) {
    const to = { ...now.current, ...change, revision: now.current.revision + 1 };
    owners.current[to.revision] = active(to);
    set(to);
  }

  function add(questionId: string, words: string) {
    if (room.content(questionId).done) room.reopen(questionId);
    room.type(questionId, room.content(questionId).typing + words);
  }

  function typed(text: string, before: Before) {
    const was = owners.current[before.revision];
    const { thinking, early, revision } = now.current;
    if (before.revision === revision) {
      if (was === undefined) set({ ...now.current, early: text });
      else room.type(was, text);
      return;
    }
    const late = added(before.text, text);
    if (late === '') return;
    if (was !== undefined && !room.content(was).done) {
      add(was, late);
      show();
    } else if (thinking !== undefined) show({ early: early + late });
    else {
      const to = open(now.current) ?? was ?? questions.at(-1)?.id;
      if (to !== undefined) add(to, late);
      show({ chosen: to });
    }
  }

  return {
    revision: turn.revision,
    thinking: turn.thinking,
    early: turn.early,
    open: open(turn),
    active: active(turn),
    show,
    typed,
    /** The answer is finished, and asked on (`again`) or not. Where nothing is left to ask, early words are of it. */
    goOn(questionId: string, again: boolean) {
      const { early } = now.current;
      const next = again ? questionId : nextOpen(questions, room.content, questionId);
      const to = early === '' ? next : (next ?? questionId);
      if (to !== undefined && early !== '') add(to, early);
      show({ chosen: to, thinking: undefined, early: '' });
    },
  };
}
