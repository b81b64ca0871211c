import { Text, View } from '@tarojs/components';
import { aria } from '#platform/aria.ts';
import './chart-table.scss';

/** What a chart shows, as words and numbers: the first of a row is its name. */
export type Table = { head: readonly string[]; rows: readonly (readonly string[])[] };

export const ChartTable = ({ id, label, table }: { id?: string; label: string; table: Table }) => (
  <View {...(id === undefined ? {} : { id })} className="hr-table" {...aria({ role: 'table', label })}>
    <View className="hr-table-row hr-table-head" {...aria({ role: 'row' })}>
      {table.head.map((name) => (
        <Text key={name} className="hr-table-cell" {...aria({ role: 'columnheader' })}>
          {name}
        </Text>
      ))}
    </View>
    {table.rows.map(([name = '', ...cells]) => (
      <View key={name} className="hr-table-row" {...aria({ role: 'row' })}>
        <Text className="hr-table-cell" {...aria({ role: 'rowheader' })}>
          {name}
        </Text>
        {cells.map((cell, index) => (
          <Text key={table.head[index + 1] ?? index} className="hr-table-cell" {...aria({ role: 'cell' })}>
            {cell}
          </Text>
        ))}
      </View>
    ))}
  </View>
);
