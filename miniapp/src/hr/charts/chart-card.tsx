import { View } from '@tarojs/components';
import { type PropsWithChildren, type ReactNode, useState } from 'react';
import { aria } from '#platform/aria.ts';
import { Tap } from '../../components/tap.tsx';
import { figureWords } from '../words.ts';
import { ChartTable, type Table } from './chart-table.tsx';
import './chart-card.scss';

type Props = PropsWithChildren<{
  id: string;
  title: string;
  /** What it says, in a sentence; how it is to be read. */
  sentence?: ReactNode;
  note?: string;
  /** The same as a table, for who would rather read; none where the chart is one already. */
  table?: Table;
  wide?: boolean;
}>;

/** A chart under what it says, with the way to the same as a table. */
export function ChartCard({ id, title, sentence, note, table, wide = false, children }: Props) {
  const [asTable, setAsTable] = useState(false);
  return (
    <View id={id} className={wide ? 'hr-card hr-chart hr-chart-wide' : 'hr-card hr-chart'}>
      <View className="hr-chart-head">
        <View className="hr-chart-title" {...aria({ role: 'heading' })}>
          {title}
        </View>
        {table && (
          <Tap
            id={`${id}-table`}
            className="hr-link"
            pressed="hr-link-pressed"
            label={asTable ? figureWords.asChartOf(title) : figureWords.asTableOf(title)}
            onTap={() => setAsTable(!asTable)}
          >
            {asTable ? figureWords.asChart : figureWords.asTable}
          </Tap>
        )}
      </View>
      {sentence !== undefined && <View className="hr-chart-sentence">{sentence}</View>}
      {table && asTable ? <ChartTable label={title} table={table} /> : children}
      {note !== undefined && <View className="hr-chart-note">{note}</View>}
    </View>
  );
}

/** As high as the chart will be, so that nothing jumps. */
export const ChartSkeleton = ({ tall = false }: { tall?: boolean }) => (
  <View
    className={tall ? 'hr-card hr-chart hr-chart-loading hr-chart-tall' : 'hr-card hr-chart hr-chart-loading'}
    {...aria({ role: 'status', label: figureWords.loading })}
  >
    <View className="hr-chart-ghost hr-chart-ghost-title" />
    <View className="hr-chart-ghost hr-chart-ghost-text" />
    <View className="hr-chart-ghost hr-chart-ghost-plot" />
  </View>
);
