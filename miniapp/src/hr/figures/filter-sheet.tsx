import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { type TrendStep, trendSteps } from '#shared/figures/names.ts';
import { Sheet } from '../../components/sheet.tsx';
import { Choices } from '../components/choices.tsx';
import { Fact } from '../components/fact.tsx';
import { LineField } from '../components/line-field.tsx';
import { SheetActions } from '../components/sheet-actions.tsx';
import { figureWords } from '../words.ts';
import { isDay } from './days.ts';
import { type FigureFilter, periods, usualDays } from './filter.ts';
import { periodText } from './period-text.ts';
import type { PositionName } from './use-positions.ts';

const words = figureWords.filter;
const all = { value: '', name: words.all };
type Props = {
  filter: FigureFilter;
  /** The days that are looked at now. */
  span: { from: string; to: string };
  positions: readonly PositionName[];
  onApply(filter: FigureFilter): void;
  onClose(): void;
};

/** Which time, which department, which position. */
export function FilterSheet({ filter, span, positions, onApply, onClose }: Props) {
  const [days, setDays] = useState(filter.from === undefined ? (filter.days ?? usualDays) : 0);
  const [from, setFrom] = useState(span.from);
  const [to, setTo] = useState(span.to);
  const [department, setDepartment] = useState(filter.department ?? '');
  const [positionId, setPositionId] = useState(filter.positionId ?? '');
  const [by, setBy] = useState<TrendStep | 'auto'>(filter.by ?? 'auto');
  const wrong = days === 0 && !(isDay(from) && isDay(to) && from <= to);
  const departments = [...new Set(positions.map((one) => one.department))];
  const offered = positions.filter((one) => department === '' || one.department === department);
  return (
    <Sheet open id="figures-filter" title={words.title} onClose={onClose}>
      <Fact label={words.period}>
        <Choices<number>
          id="days"
          label={words.period}
          options={[
            ...periods.map((value) => ({ value, name: periodText({ days: value }) })),
            { value: 0, name: words.own },
          ]}
          chosen={days}
          onChoose={setDays}
        />
        {days === 0 && (
          <View className="hr-data-days">
            <LineField
              id="figures-from"
              label={words.from}
              placeholder={words.day}
              text={from}
              longest={10}
              onText={setFrom}
            />
            <Text className="hr-quiet">{words.to}</Text>
            <LineField id="figures-to" label={words.to} placeholder={words.day} text={to} longest={10} onText={setTo} />
          </View>
        )}
        {wrong && <View className="hr-data-wrong">{words.wrong}</View>}
      </Fact>
      {departments.length > 1 && (
        <Fact label={words.department}>
          <Choices<string>
            id="figures-department"
            label={words.department}
            options={[all, ...departments.map((value) => ({ value, name: value }))]}
            chosen={department}
            onChoose={(next) => {
              setDepartment(next);
              setPositionId('');
            }}
          />
        </Fact>
      )}
      {positions.length > 0 && (
        <Fact label={words.position}>
          <Choices<string>
            id="figures-position"
            label={words.position}
            options={[all, ...offered.map((one) => ({ value: one.positionId, name: one.title }))]}
            chosen={positionId}
            onChoose={setPositionId}
          />
        </Fact>
      )}
      <Fact label={words.by}>
        <Choices<TrendStep | 'auto'>
          id="figures-by"
          label={words.by}
          options={(['auto', ...trendSteps] as const).map((value) => ({ value, name: words.bys[value] }))}
          chosen={by}
          onChoose={setBy}
        />
      </Fact>
      <View className="hr-quiet hr-data-filter-note">
        {words.note}
        {process.env.TARO_ENV === 'h5' && words.shared}
      </View>
      <SheetActions
        id="apply-figures-filter"
        cancel={words.reset}
        confirm={words.apply}
        disabled={wrong}
        onCancel={() => onApply({ days: usualDays })}
        onConfirm={() =>
          onApply({
            ...(days === 0 ? { from, to } : { days }),
            ...(department === '' ? {} : { department }),
            ...(positionId === '' ? {} : { positionId }),
            ...(by === 'auto' ? {} : { by }),
          })
        }
      />
    </Sheet>
  );
}
