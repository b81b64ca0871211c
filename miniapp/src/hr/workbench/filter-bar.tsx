import { Input, ScrollView, Text, View } from '@tarojs/components';
import { useEffect, useRef } from 'react';
import { Tap } from '../../components/tap.tsx';
import { benchWords } from '../words.ts';
import { conditionsIn, type Filter, keyOf, type SavedFilter } from './filter.ts';
import { conditionsOf } from './filter-text.ts';
import type { SavedFilters } from './use-saved-filters.ts';
import type { Requisition } from './use-workbench.ts';
import './filter-bar.scss';

/** A pause in typing after which is looked. */
const pauseMs = 300;

type Props = {
  filter: Filter;
  saved: SavedFilters;
  requisitions: Requisition[];
  onFilter(filter: Filter): void;
  onOpen(): void;
};

/** A name to look for, the filter's sheet, one's own filters, and every condition in force with a way out of it. */
export function FilterBar({ filter, saved, requisitions, onFilter, onOpen }: Props) {
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(timer.current), []);
  const count = conditionsIn(filter);
  const text = benchWords.filter;

  function typed(name: string) {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onFilter({ ...filter, name: name.trim() || undefined }), pauseMs);
  }
  return (
    <View className="hr-filter">
      <View className="hr-filter-row">
        <View className="hr-field hr-filter-name">
          <Input
            // What was cleared elsewhere is cleared here: a box with a life of its own has another name then.
            key={filter.name === undefined ? 'empty' : 'named'}
            id="find-name"
            className="hr-field-input"
            type="text"
            confirmType="search"
            defaultValue={filter.name ?? ''}
            focus={filter.name !== undefined}
            placeholder={text.name}
            placeholderClass="hr-field-placeholder"
            maxlength={40}
            nativeProps={{ 'aria-label': text.name }}
            onInput={(event) => typed(String(event.detail.value))}
          />
        </View>
        <Tap id="open-filter" className="hr-filter-open" pressed="hr-link-pressed" onTap={onOpen}>
          {count === 0 ? text.open : text.opened(count)}
        </Tap>
      </View>
      {saved.filters.length > 0 && (
        <ScrollView scrollX enableFlex className="hr-statuses">
          <View className="hr-statuses-all">
            {saved.filters.map((one) => (
              <SavedChip key={one.filterId} saved={one} on={keyOf(one.filter) === keyOf(filter)} onFilter={onFilter} />
            ))}
          </View>
        </ScrollView>
      )}
      <View className="hr-filter-conditions">
        {conditionsOf(filter, requisitions).map(({ text: condition, without }) => (
          <Tap key={condition} className="hr-condition" pressed="hr-link-pressed" onTap={() => onFilter(without)}>
            <Text>{condition}</Text>
            <Text className="hr-condition-out">×</Text>
          </Tap>
        ))}
      </View>
      {saved.removed !== undefined && (
        <View className="hr-filter-removed" id="filter-removed">
          <Text className="hr-quiet">{text.removed(saved.removed.name)}</Text>
          <Tap id="restore-filter" className="hr-link" pressed="hr-link-pressed" onTap={() => void saved.restore()}>
            {text.undo}
          </Tap>
        </View>
      )}
    </View>
  );
}

type ChipProps = { saved: SavedFilter; on: boolean; onFilter(filter: Filter): void };

const SavedChip = ({ saved, on, onFilter }: ChipProps) => (
  <Tap
    id={`saved-${saved.filterId}`}
    className={on ? 'hr-status hr-status-on' : 'hr-status'}
    pressed="hr-link-pressed"
    onTap={() => onFilter(on ? {} : saved.filter)}
  >
    {saved.name}
  </Tap>
);
