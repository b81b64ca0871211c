import { View } from '@tarojs/components';
import { useState } from 'react';
import { Action } from '../../components/action.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { whenText } from '../../state/when.ts';
import { SheetActions } from '../components/sheet-actions.tsx';
import { CommandError } from '../components/states.tsx';
import { copyText } from '../copy-text.ts';
import { May } from '../may.tsx';
import { PrintAction } from '../print/print-action.tsx';
import { reportText } from '../print/report-text.ts';
import { reportWords, words } from '../words.ts';
import type { Dossier, Review } from './dossier.ts';
import type { Report } from './quoted.ts';
import type { ReviewModel } from './use-review.ts';

type Props = { model: ReviewModel; dossier: Dossier; review: Review & { report: Report }; now: number };

/** By what and when the report was made, what it took, and what can be done with it. */
export function ReportFoot({ model, dossier, review, now }: Props) {
  const [asking, setAsking] = useState(false);
  const { report } = review;
  const { reevaluation } = model;
  const close = () => {
    reevaluation.forgetError();
    setAsking(false);
  };
  async function again() {
    const answer = await reevaluation.run();
    if (answer.ok) setAsking(false);
  }
  return (
    <View>
      <View className="hr-report-foot" id="report-foot">
        <View>
          {words.review.madeAt(whenText(report.createdAt, now))} ·{' '}
          {words.review.scorer(report.scorer.name, report.scorer.version)}
        </View>
        {report.usage && <View>{usageText(report.usage)}</View>}
        <View className="hr-report-actions">
          <May to="report.reevaluate">
            <Action
              id="reevaluate"
              disabled={dossier.report === 'generating'}
              busy={reevaluation.busy}
              onTap={() => setAsking(true)}
            >
              {reportWords.reevaluate.action}
            </Action>
          </May>
          <PrintAction dossier={dossier} review={review} />
          <Action id="copy-report" onTap={() => void copyText(reportText(dossier, review), reportWords.print.copied)}>
            {reportWords.print.copyText}
          </Action>
        </View>
      </View>
      <Sheet open={asking} title={reportWords.reevaluate.ask} onClose={close}>
        <View className="hr-fact">{reportWords.reevaluate.what}</View>
        {dossier.outcome !== null && <View className="hr-fact">{reportWords.reevaluate.decided}</View>}
        {reevaluation.error && <CommandError error={reevaluation.error} safe={reportWords.reevaluate.failedSafe} />}
        <SheetActions
          id="confirm-reevaluate"
          cancel={reportWords.reevaluate.cancel}
          confirm={reevaluation.busy ? reportWords.reevaluate.sending : reportWords.reevaluate.confirm}
          busy={reevaluation.busy}
          onCancel={close}
          onConfirm={() => void again()}
        />
      </Sheet>
    </View>
  );
}

function usageText({ calls, cached, inputTokens, outputTokens, cost, currency }: NonNullable<Report['usage']>): string {
  return [
    reportWords.usage.calls(calls, cached),
    reportWords.usage.tokens(inputTokens, outputTokens),
    cost === null ? '' : reportWords.usage.cost((cost / 1_000_000).toFixed(4), currency),
  ]
    .filter(Boolean)
    .join(' · ');
}
