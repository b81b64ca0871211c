import { useRef } from 'react';
import type { Output } from '#shared/contract/operations.ts';
import type { Outcome } from '#shared/interview/state.ts';
import { ok } from '#shared/result.ts';
import { call } from '../../api/call.ts';
import { useCommand } from '../use-command.ts';
import { usePolled } from '../use-polled.ts';
import { isOver } from './answered.ts';

export type Dossier = Output<'application.dossier'>;
export type Review = Output<'report.review'>;
type Loaded = { dossier: Dossier; review: Review | undefined };

const everyMs = 3000;

/** Answers stand still once the interview is over, and a report under its number; each new one leaves an event. */
const reviewKey = ({ interviewId, attempt, report, timeline }: Dossier) =>
  `${interviewId} ${attempt} ${report} ${timeline.filter(({ type }) => changes.includes(type)).length}`;
const changes = ['ended', 'lapsed', 'report_ready'];

/** One candidate's dossier and report, kept fresh, and what HR can do with them. `onChange` after each of those. */
export function useReview(applicationId: string, onChange: () => void = () => {}) {
  const kept = useRef<{ key: string; review: Review }>(undefined);

  const { value, error, reload } = usePolled<Loaded>(
    async () => {
      const dossier = await call('application.dossier', { params: { applicationId } });
      if (!dossier.ok) return dossier;
      if (!isOver(dossier.value)) return ok({ dossier: dossier.value, review: undefined });
      const key = reviewKey(dossier.value);
      if (kept.current?.key !== key) {
        const review = await call('report.review', { params: { interviewId: dossier.value.interviewId } });
        if (!review.ok) return review;
        // Read in the moment between the event and the report: shown, and asked for again at the next turn.
        if (dossier.value.report === 'ready' && review.value.report === null) {
          return ok({ dossier: dossier.value, review: review.value });
        }
        kept.current = { key, review: review.value };
      }
      return ok({ dossier: dossier.value, review: kept.current.review });
    },
    { key: applicationId, everyMs },
  );

  const interviewId = value?.dossier.interviewId ?? '';
  const decision = useCommand((intention, operationId) =>
    call('interview.decide', { params: { interviewId }, input: { operationId, outcome: intention as Outcome } }),
  );
  const undo = useCommand((_, operationId) =>
    call('interview.undoDecision', { params: { interviewId }, input: { operationId } }),
  );
  const resync = useCommand(() => call('interview.resync', { params: { interviewId } }));

  async function fresh<T>(answer: Promise<T>): Promise<T> {
    const settled = await answer;
    await reload();
    onChange();
    return settled;
  }

  return {
    ...value,
    error,
    reload,
    decision: { ...decision, run: (outcome: Outcome) => fresh(decision.run(outcome)) },
    undo: { ...undo, run: () => fresh(undo.run('undo')) },
    resync: { ...resync, run: () => fresh(resync.run('resync')) },
  };
}

export type ReviewModel = ReturnType<typeof useReview>;
