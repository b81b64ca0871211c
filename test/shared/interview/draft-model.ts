import type { Change, CommitRefusal, DraftChange, SaveDraft, SaveOutcome } from '#functions/ports.ts';
import { emptyDraft, epochOf } from '#shared/interview/answer.ts';
import type { Draft } from '#shared/interview/draft.ts';
import { ok, type Result, refuse } from '#shared/result.ts';

export type Save = Omit<SaveDraft, 'company' | 'interviewId'>;
type Standing = Draft & { owner: string; epoch: number };

type Awaitable<T> = T | Promise<T>;
/** The drafts of one interview, in memory or in a real store. `now` is what the store's clock says. */
export type DraftStore = {
  save(save: Save, now: Date): Awaitable<SaveOutcome>;
  commit(change: Omit<Change, 'company'>, now: Date): Awaitable<Result<void, CommitRefusal>>;
  drafts(attempt: number): Awaitable<Draft[]>;
  beside(attempt: number): Awaitable<Draft[]>;
};

/**
 * The rules of drafts, told as plainly as can be: what a store of one interview must answer and hold. A real store can be
 * run beside it (`runDrafts`) and compared answer by answer.
 */
export function createDraftModel(owner: string) {
  const drafts = new Map<string, Standing>();
  const aside = new Map<string, Draft>();
  const key = (attempt: number, questionId: string) => `${attempt} ${questionId}`;

  /** A save is taken by the newest opening of an attempt that is not over, if it is newer than what stands there. */
  function save({ candidateId, attempt, questionId, number, content }: Save, now: Date): SaveOutcome {
    const savedAt = now.toISOString();
    const place = key(attempt, questionId);
    const standing = drafts.get(place);
    const epoch = epochOf(number);
    const keepBeside = () => {
      const beside = `${place} ${epoch}`;
      if (number > (aside.get(beside)?.number ?? 0)) {
        aside.set(beside, { questionId, number, content, savedAt, sealed: true });
      }
    };
    if (standing === undefined || standing.owner !== candidateId || epoch > standing.epoch) return { kind: 'absent' };
    if (epoch < standing.epoch) {
      keepBeside();
      return { kind: standing.sealed ? 'sealed' : 'superseded' };
    }
    if (number === standing.number) return { kind: 'saved', number, savedAt: standing.savedAt };
    if (standing.sealed) {
      keepBeside();
      return { kind: 'sealed' };
    }
    if (number < standing.number) return { kind: 'overtaken', number: standing.number, savedAt: standing.savedAt };
    drafts.set(place, { ...standing, number, content, savedAt });
    return { kind: 'saved', number, savedAt };
  }

  /** All of the changes or none of them. Names the questions that stood in the way. */
  function commit({ drafts: changes = [] }: Pick<Change, 'drafts'>, now: Date): Result<void, CommitRefusal> {
    const inTheWay = changes.filter((change) => !holds(change)).map(({ questionId }) => questionId);
    if (inTheWay.length > 0) return refuse({ kind: 'draft_mismatch', questionIds: inTheWay });
    for (const change of changes) apply(change, now);
    return ok(undefined);
  }

  function holds(change: DraftChange): boolean {
    const standing = drafts.get(key(change.attempt, change.questionId));
    if (change.op === 'create') return standing === undefined;
    if (standing === undefined) return false;
    if (change.op === 'close') return true;
    if (change.op === 'raise') return standing.number < change.number;
    return standing.number === change.number && !standing.sealed;
  }

  function apply(change: DraftChange, now: Date): void {
    const { attempt, questionId } = change;
    const place = key(attempt, questionId);
    const before = drafts.get(place);
    if (change.op === 'close' || change.op === 'seal') {
      if (before !== undefined) drafts.set(place, { ...before, sealed: true });
      return;
    }
    const { number } = change;
    const epoch = epochOf(number);
    const created = { questionId, owner, content: emptyDraft, savedAt: now.toISOString(), sealed: false };
    drafts.set(place, { ...(before ?? created), number, epoch });
  }

  const plain = ({ questionId, number, content, savedAt, sealed }: Draft): Draft => ({
    questionId,
    number,
    content,
    savedAt,
    sealed,
  });
  const within = (all: Map<string, Draft>, attempt: number): Draft[] =>
    [...all]
      .filter(([place]) => place.startsWith(`${attempt} `))
      .map(([, draft]) => plain(draft))
      .sort((a, b) => (a.questionId < b.questionId ? -1 : a.questionId > b.questionId ? 1 : a.number - b.number));

  return {
    save,
    commit,
    /** By question, as the port `drafts` answers. */
    drafts: (attempt: number): Draft[] => within(drafts, attempt),
    /** By question, then by opening, as the port `beside` answers. */
    beside: (attempt: number): Draft[] => within(aside, attempt),
  } satisfies DraftStore;
}
