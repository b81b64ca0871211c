import { View } from '@tarojs/components';
import { useState } from 'react';
import { Action } from '../../components/action.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { config } from '../../config.ts';
import { SheetActions } from '../components/sheet-actions.tsx';
import { copyText } from '../copy-text.ts';
import type { Dossier, Review } from '../review/dossier.ts';
import type { Report } from '../review/quoted.ts';
import { reviewUrl } from '../review/review-url.ts';
import { reportWords } from '../words.ts';
import { PrintedReport } from './printed-report.tsx';
import { usePrinting } from './use-printing.ts';

type Props = { dossier: Dossier; review: Review & { report: Report } };
const browser = process.env.TARO_ENV === 'h5';

/** Prints in a browser; a phone is told where it can be printed. */
export function PrintAction({ dossier, review }: Props) {
  const printing = usePrinting();
  const [told, setTold] = useState(false);
  const link = `${config.apiOrigin}/h5/#${reviewUrl(dossier.applicationId)}`;
  return (
    <>
      <Action id="print-report" onTap={() => (browser ? window.print() : setTold(true))}>
        {reportWords.print.action}
      </Action>
      {printing && <PrintedReport dossier={dossier} review={review} />}
      <Sheet open={told} title={reportWords.print.onComputer} onClose={() => setTold(false)}>
        <View>{reportWords.print.why}</View>
        <SheetActions
          id="copy-print-link"
          cancel={reportWords.print.close}
          confirm={reportWords.print.copyLink}
          onCancel={() => setTold(false)}
          onConfirm={() => void copyText(link, reportWords.print.linkCopied)}
        />
      </Sheet>
    </>
  );
}
