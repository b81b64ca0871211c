import type { Withdrawals } from '#functions/ports/consents.ts';
import type {
  Eraser,
  Erasures,
  Holds,
  PrivacyDue,
  PrivacyDues,
  PrivacySettingsStore,
  Shredder,
} from '#functions/ports/privacy.ts';
import type { Clock, Ids, Interviews } from '#functions/ports.ts';
import { stageOf } from '#shared/application/copies.ts';
import { replay } from '#shared/interview/evolve.ts';
import { hasJoined } from '#shared/interview/hiring.ts';
import { plusHours } from '#shared/interview/windows.ts';
import { privacyLimits } from '#shared/privacy/limits.ts';
import { isOver, type KeptInterview, retentionOf } from '#shared/privacy/retention.ts';
import { newErasure } from './new-erasure.ts';

export type RetainDeps = {
  interviews: Interviews;
  erasures: Erasures;
  eraser: Eraser;
  shredder: Shredder;
  holds: Holds;
  dues: PrivacyDues;
  privacySettings: PrivacySettingsStore;
  withdrawals: Pick<Withdrawals, 'of'>;
  clock: Clock;
  ids: Ids;
};

/**
 * A look at whether somebody's data is still needed. What is over goes: the recordings by themselves, the person by a
 * deletion like one that is asked for. Somebody's data under a legal hold is left as it is.
 */
export async function retain(deps: RetainDeps, due: PrivacyDue & { kind: 'retention' }): Promise<void> {
  const { company, candidateId } = due;
  const now = deps.clock.now();
  const at = now.toISOString();
  const soon = plusHours(at, privacyLimits.lookDays * 24);
  const [hold, knownSince, settings] = await Promise.all([
    deps.holds.of(company, candidateId),
    deps.dues.knownSince(company, candidateId),
    deps.privacySettings.get(company),
  ]);
  if (knownSince === undefined) return deps.dues.settle(due, null);
  if (hold !== undefined) return deps.dues.settle(due, soon);
  const ids = await deps.interviews.ofCandidate(company, candidateId);
  const found = await Promise.all(ids.map((id) => kept(deps, company, id)));
  const interviews = found.filter((one) => one !== undefined);
  const { erase, until, media, mediaUntil } = retentionOf(settings, { knownSince, interviews }, now);
  if (erase) {
    await deps.erasures.ask(company, newErasure(deps, { candidateId, because: 'retention', dueAt: at }), null);
    return deps.dues.settle(due, soon);
  }
  const withdrawn = await deps.withdrawals.of(company, candidateId);
  const unwanted = withdrawn.some(({ purpose }) => purpose === 'recording');
  const gone = unwanted ? interviews.filter((one) => one.hasMedia && isOver(one)).map((one) => one.interviewId) : media;
  for (const interviewId of gone) {
    await deps.shredder.removeAll(`c/${company}/interview/${interviewId}/clip/`);
    await deps.eraser.mediaGone(company, interviewId);
  }
  const next = [soon, until, mediaUntil].filter((one) => one !== null).sort()[0] ?? soon;
  return deps.dues.settle(due, next);
}

async function kept(
  { interviews, eraser }: RetainDeps,
  company: string,
  id: string,
): Promise<KeptInterview | undefined> {
  const history = await interviews.history(company, id);
  const state = replay(history);
  const last = history.at(-1);
  if (state === undefined || last === undefined) return undefined;
  return {
    interviewId: id,
    status: state.status,
    joined: hasJoined(state),
    pooled: stageOf(history) === 'talent_pool',
    lastAt: last.event.at,
    endedAt: state.endedAt,
    hasMedia: await eraser.hasMedia(company, id),
  };
}
