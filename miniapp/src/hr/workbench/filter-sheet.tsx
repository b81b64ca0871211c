import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { InterviewStatus } from '#shared/interview/state.ts';
import { interviewStatuses } from '#shared/interview/statuses.ts';
import { Action } from '../../components/action.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { Tap } from '../../components/tap.tsx';
import { copy } from '../../copy.ts';
import { Choices } from '../components/choices.tsx';
import { Fact } from '../components/fact.tsx';
import { LineField } from '../components/line-field.tsx';
import { SheetActions } from '../components/sheet-actions.tsx';
import { CommandError } from '../components/states.tsx';
import { benchWords, words } from '../words.ts';
import type { Filter } from './filter.ts';
import { type Draft, draftOf, lastDays, problemOf, read } from './filter-draft.ts';
import type { SavedFilters } from './use-saved-filters.ts';
import type { Requisition } from './use-workbench.ts';
import './selection-bar.scss';

type Props = {
  filter: Filter;
  requisitions: Requisition[];
  saved: SavedFilters;
  now: number;
  onApply(filter: Filter): void;
  onClose(): void;
};

const text = benchWords.filter;
const any = { value: '', name: text.any };
const named = (values: string[]) => [...new Set(values)].map((value) => ({ value, name: value }));

/** Every condition in one place; under it a name by which to keep them, and the ones that were kept. */
export function FilterSheet({ filter, requisitions, saved, now, onApply, onClose }: Props) {
  const [draft, setDraft] = useState<Draft>(() => draftOf(filter));
  const [name, setName] = useState('');
  /** Boxes have a life of their own: they begin anew where something else has filled them. */
  const [round, setRound] = useState(0);
  const problem = problemOf(draft);
  const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }));
  const fill = (change: Partial<Draft>) => {
    set(change);
    setRound(round + 1);
  };
  // What was put away is not chosen any more; a filter that was kept from before still says what it is.
  const known = requisitions.filter(({ archived, positionId }) => !archived || positionId === filter.positionId);
  const positions = known.filter(({ department }) => draft.department === '' || department === draft.department);
  const ranges = { today: lastDays(now, 1), week: lastDays(now, 7), month: lastDays(now, 30) };
  const range = Object.entries(ranges).find(([, one]) => one.from === draft.from && one.to === draft.to)?.[0] ?? '';

  async function save() {
    if (problem !== undefined || name.trim() === '') return;
    if (!(await saved.save(name.trim(), read(filter, draft)))) return;
    onApply(read(filter, draft));
  }
  return (
    <Sheet open id="filter-sheet" title={text.title} onClose={onClose}>
      <Fact label={text.department}>
        <Choices
          id="department"
          label={text.department}
          options={[any, ...named(known.map(({ department }) => department))]}
          chosen={draft.department}
          onChoose={(department) => set({ department, positionId: '' })}
        />
      </Fact>
      <Fact label={text.position}>
        <Choices
          id="position"
          label={text.position}
          options={[
            any,
            ...[...new Map(positions.map((one) => [one.positionId, one.position]))].map(([value, title]) => ({
              value,
              name: title,
            })),
          ]}
          chosen={draft.positionId}
          onChoose={(positionId) => set({ positionId })}
        />
      </Fact>
      <Fact label={text.status}>
        <Choices<InterviewStatus | ''>
          id="status"
          label={text.status}
          options={[
            { value: '', name: text.any },
            ...interviewStatuses.map((value) => ({ value, name: copy.statuses.interviewStatus[value] })),
          ]}
          chosen={draft.status}
          onChoose={(status) => set({ status })}
        />
      </Fact>
      <Fact label={text.dates}>
        <Choices
          id="range"
          label={text.dates}
          options={[
            any,
            ...(['today', 'week', 'month'] as const).map((value) => ({ value, name: text.ranges[value] })),
          ]}
          chosen={draft.from === '' && draft.to === '' ? '' : range || 'own'}
          onChoose={(value) => fill(value === 'today' || value === 'week' || value === 'month' ? ranges[value] : none)}
        />
        <Bounds
          key={`days-${round}`}
          first={{ id: 'from', label: text.from, text: draft.from, onText: (from) => set({ from }) }}
          last={{ id: 'to', label: text.to, text: draft.to, onText: (to) => set({ to }) }}
          between={text.to}
          placeholder={text.datePlaceholder}
          longest={10}
        />
      </Fact>
      <Fact label={text.score}>
        <Bounds
          key={`scores-${round}`}
          first={{
            id: 'score-from',
            label: text.scoreFrom,
            text: draft.scoreFrom,
            placeholder: '0',
            onText: (scoreFrom) => set({ scoreFrom }),
          }}
          last={{
            id: 'score-to',
            label: text.scoreTo,
            text: draft.scoreTo,
            placeholder: '100',
            onText: (scoreTo) => set({ scoreTo }),
          }}
          between="-"
          longest={3}
          numeric
        />
      </Fact>
      {problem !== undefined && <View className="hr-filter-wrong">{text[problem]}</View>}
      <Fact label={text.saveAs}>
        <View className="hr-filter-save">
          <LineField id="filter-name" label={text.saveAs} placeholder={text.saveName} onText={setName} />
          <Action id="save-filter" disabled={problem !== undefined || name.trim() === ''} onTap={() => void save()}>
            {text.save}
          </Action>
        </View>
        {saved.error && <CommandError error={saved.error} safe={words.state.unreachable} />}
      </Fact>
      {saved.filters.length > 0 && (
        <Fact label={text.mine}>
          {saved.filters.map((one) => (
            <View key={one.filterId} className="hr-filter-mine">
              <Text>{one.name}</Text>
              <Tap
                id={`remove-${one.filterId}`}
                className="hr-link"
                pressed="hr-link-pressed"
                onTap={() => void saved.remove(one)}
              >
                {text.remove(one.name)}
              </Tap>
            </View>
          ))}
        </Fact>
      )}
      <View className="hr-sheet-foot">
        <SheetActions
          id="apply-filter"
          cancel={text.clear}
          confirm={text.apply}
          disabled={problem !== undefined}
          onCancel={() => onApply({})}
          onConfirm={() => onApply(read(filter, draft))}
        />
      </View>
    </Sheet>
  );
}

const none = { from: '', to: '' };

type Bound = { id: string; label: string; text: string; placeholder?: string; onText(text: string): void };
type BoundsProps = {
  first: Bound;
  last: Bound;
  between: string;
  placeholder?: string;
  longest: number;
  numeric?: boolean;
};

/** From where to where. */
const Bounds = ({ first, last, between, ...field }: BoundsProps) => (
  <View className="hr-filter-pair">
    <LineField {...first} {...field} className="hr-filter-day" />
    <Text className="hr-quiet">{between}</Text>
    <LineField {...last} {...field} className="hr-filter-day" />
  </View>
);
