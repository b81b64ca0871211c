import { isDeepStrictEqual } from 'node:util';
import { emptyDraft } from '#shared/interview/answer.ts';
import { sameContent } from '../../../../miniapp/src/state/restore.ts';
import type { Phone } from './phone.ts';
import { questionIds } from './small-interview.ts';
import { draftOf, endsOf, type Truth } from './truth.ts';

/** The longest round trip of an answer that arrived; a clock learned from it is off by half of that at most. */
const clockError = 11_000;

/** What the page in front of the candidate says that is not so. `now` is the server's. */
export function liesOf(phone: Phone, truth: Truth, now: number): string[] {
  const room = phone.room();
  if (room === undefined) return [];
  const screen = room.state();
  const { state, graceEnds } = truth;
  const lies: string[] = [];
  const claim = (what: string, holds: boolean) => {
    if (!holds) lies.push(`${phone.name} says ${what}; it is ${state.status} ${state.attempt}/${state.epoch}`);
  };
  const isOver = state.status !== 'in_progress' || now > Date.parse(graceEnds);
  claim(`its clock is right, ${phone.clockError()} ms off`, phone.clockError() <= clockError);
  switch (screen.phase) {
    case 'open': {
      const { attempt, epoch } = screen.view;
      // Once another phone has taken over its page is told with the next answer; until then it claims the past.
      if (attempt !== state.attempt || epoch !== state.epoch) break;
      for (const id of questionIds) {
        const save = room.saveState(id);
        if (save.kind !== 'saved') continue;
        const kept = draftOf(truth, attempt, id);
        claim(`${id} is saved`, kept !== undefined && sameContent(kept.content, room.content(id)));
        claim(`${id} was saved at ${save.at}`, save.at === null || save.at === kept?.savedAt);
      }
      break;
    }
    case 'superseded':
      claim('another device has taken over', state.epoch > phone.openedEpoch());
      break;
    case 'elsewhere':
      claim(`it is ${screen.view.status}`, screen.view.status !== 'in_progress' && isOver);
      break;
    case 'over':
      claim('it is over', isOver);
      if (screen.why === 'ended')
        claim(
          'it was ended',
          truth.events.some(({ type }) => type === 'ended'),
        );
      if (screen.why === 'cancelled') claim('it was called off', state.status === 'cancelled');
      if (screen.why === 'deadline')
        claim('its time is up', now > Date.parse(graceEnds) || truth.events.some(({ type }) => type === 'lapsed'));
      break;
    case 'ending':
      lies.push(...liesOfEnd(phone, truth, isOver));
      break;
  }
  if (screen.phase === 'over' || screen.phase === 'elsewhere') {
    const shown = JSON.stringify(screen.phase === 'over' ? screen.left : []);
    const kept = JSON.stringify(truth.attempts);
    for (const word of phone.words())
      claim(`nothing is left of 「${word}」`, kept.includes(word) || shown.includes(word));
  }
  return lies;
}

function liesOfEnd(phone: Phone, truth: Truth, isOver: boolean): string[] {
  const end = phone.end();
  const { state } = truth;
  const ended = endsOf(truth).find(({ type }) => type === 'ended');
  const lies: string[] = [];
  const claim = (what: string, holds: boolean) => {
    if (!holds) lies.push(`${phone.name} says ${what} of its end; it is ${state.status} at version ${state.version}`);
  };
  switch (end?.step) {
    case undefined:
    case 'saving':
    case 'ending':
      claim('that it is under way', phone.isPending());
      break;
    case 'queued':
      claim('that it waits on the device', phone.isPending());
      break;
    case 'closed':
      claim('that none is taken', isOver);
      break;
    case 'stopped':
      claim(`${end.reason}`, end.reason !== 'superseded' || state.epoch > (phone.view()?.epoch ?? 0));
      break;
    case 'syncing':
    case 'done': {
      const { receipt } = end;
      const data = ended?.type === 'ended' ? ended.data : undefined;
      claim('that it is committed', data?.outcome === receipt.status && receipt.version <= state.version);
      claim('what counts', isDeepStrictEqual(data?.answeredIds, receipt.answeredIds));
      claim('that nothing waits', !phone.isPending());
      const promised = phone.promise();
      if (promised === undefined) break;
      const counted = questionIds.flatMap((id, i) => (receipt.answeredIds.includes(id) ? [i + 1] : []));
      claim('what was promised', promised.outcome === receipt.status && isDeepStrictEqual(promised.done, counted));
    }
  }
  return lies;
}

/** What a question holds on the server now. */
export const contentOf = (truth: Truth, questionId: string) =>
  draftOf(truth, truth.state.attempt, questionId)?.content ?? emptyDraft;
