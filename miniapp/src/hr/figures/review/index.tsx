import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { call, serverTime } from '../../../api/call.ts';
import { Action } from '../../../components/action.tsx';
import { Page } from '../../../components/page.tsx';
import { Sheet } from '../../../components/sheet.tsx';
import { config } from '../../../config.ts';
import { ChartSkeleton } from '../../charts/chart-card.tsx';
import { Choices } from '../../components/choices.tsx';
import { SheetActions } from '../../components/sheet-actions.tsx';
import { copyText } from '../../copy-text.ts';
import { HelpEntry } from '../../help/help-entry.tsx';
import { usePrinting } from '../../print/use-printing.ts';
import { figureWords } from '../../words.ts';
import { quarterText } from '../day-text.ts';
import { dayAt, quarterCode, quarterOf, quartersUntil } from '../days.ts';
import { keepAddress } from '../keep-address.ts';
import { Part } from '../part.tsx';
import type { Review } from '../shapes.ts';
import { reviewUrl } from '../urls.ts';
import { useParams } from '../use-params.ts';
import { useShown } from '../use-shown.ts';
import { Paper } from './paper.tsx';
import '../../styles/page.scss';
import '../index.scss';

// The rules for paper are a browser's: WeChat's style sheets know no @page.
declare const require: (file: string) => unknown;
if (process.env.TARO_ENV === 'h5') require('../../print/printed-report.scss');

const words = figureWords.review;
const browser = process.env.TARO_ENV === 'h5';
const offered = 5;

/** A quarter on one page: read on the screen, printed in a browser. */
function ReviewPage() {
  const params = useParams();
  const today = dayAt(serverTime.now());
  const quarters = quartersUntil(today, offered);
  const current = quarterOf(today);
  const [code, setCode] = useState(
    () => quarters.map(quarterCode).find((one) => one === params['quarter']) ?? quarterCode(quarters[1] ?? current),
  );
  const [told, setTold] = useState(false);
  const printing = usePrinting();
  const quarter = quarters.find((one) => quarterCode(one) === code) ?? current;
  const review = useShown(() => call('figures.review', { query: { quarter: code } }), code);
  const soFar = quarterCode(current) === code;
  useEffect(() => keepAddress(reviewUrl(`quarter=${code}`)), [code]);
  const paper = (value: Review) => <Paper review={value} quarter={quarter} soFar={soFar} />;
  return (
    <Page wide className="hr-page">
      <View className="hr-data hr-data-narrow">
        <View className="hr-data-head">
          <Text className="hr-data-title">{words.title}</Text>
          <HelpEntry page="figures" />
        </View>
        <Choices<string>
          id="quarter"
          label={words.choose}
          options={quarters.map((one) => ({ value: quarterCode(one), name: quarterText(one) }))}
          chosen={code}
          onChoose={setCode}
        />
        <View className="hr-data-print">
          <Action
            id="print-review"
            kind="primary"
            disabled={review.value === undefined || review.busy}
            onTap={() => (browser ? window.print() : setTold(true))}
          >
            {words.print}
          </Action>
        </View>
        <Part of={review} skeleton={<ChartSkeleton tall />}>
          {(value) => <View className="hr-card hr-padded">{paper(value)}</View>}
        </Part>
      </View>
      {browser &&
        printing &&
        review.value !== undefined &&
        createPortal(<View className="hr-print">{paper(review.value)}</View>, document.body)}
      <Sheet open={told} title={words.onComputer} onClose={() => setTold(false)}>
        <View>{words.why}</View>
        <SheetActions
          id="copy-review-link"
          cancel={words.close}
          confirm={words.copyLink}
          onCancel={() => setTold(false)}
          onConfirm={() => void copyText(`${config.apiOrigin}/h5/#${reviewUrl(`quarter=${code}`)}`, words.linkCopied)}
        />
      </Sheet>
    </Page>
  );
}

export default ReviewPage;
