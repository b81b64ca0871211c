import { useRef } from 'react';
import type { Output } from '#shared/contract/operations.ts';
import type { Outcome } from '#shared/interview/state.ts';
import { ok } from '#shared/result.ts';
import { call } from '../../api/call.ts';
import { isRefused } from '../../api/call-error.ts';
import { useCommand } from '../use-command.ts';
import { usePolled } from '../use-polled.ts';

export type Dossier = Output<'application.dossier'>;
export type Review = Output<'report.review'>;
type Loaded = { dossier: Dossier; review: Review | undefined };

const everyMs = 3000;

/** A report never changes under its number; each new one leaves an event in the timeline. */
const reportKey = ({ interviewId, attempt, timeline }: Dossier) =>
  `${interviewId} ${attempt} ${timeline.filter((entry) => entry.type === 'report_ready').length}`;

/** One candidate's dossier and report, kept fresh, and what HR can do with them. `onChange` after each of those. */
export function useReview(applicationId: string, onChange: () => void = () => {}) {
  const kept = useRef<{ key: string; review: Review }>(undefined);

  const { value, error, reload } = usePolled<Loaded>(
    async () => {
      const dossier = await call('application.dossier', { params: { applicationId } });
      if (!dossier.ok) return dossier;
      if (dossier.value.report !== 'ready') return ok({ dossier: dossier.value, review: undefined });
      const key = reportKey(dossier.value);
      if (kept.current?.key !== key) {
        const review = await call('report.review', { params: { interviewId: dossier.value.interviewId } });
        if (!review.ok) {
          return isRefused(review.error, 'report_not_ready')
            ? ok({ dossier: dossier.value, review: undefined })
            : review;
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
