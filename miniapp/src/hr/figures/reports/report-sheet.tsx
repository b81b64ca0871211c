import { View } from '@tarojs/components';
import { useState } from 'react';
import { aria } from '#platform/aria.ts';
import { type Dimension, dimensions, dimensionValues } from '#shared/figures/names.ts';
import type { CallError } from '../../../api/call-error.ts';
import { Action } from '../../../components/action.tsx';
import { Check } from '../../../components/check.tsx';
import { Sheet } from '../../../components/sheet.tsx';
import { Choices } from '../../components/choices.tsx';
import { Fact, LineFact } from '../../components/fact.tsx';
import { LineField } from '../../components/line-field.tsx';
import { SheetActions } from '../../components/sheet-actions.tsx';
import { CommandError } from '../../components/states.tsx';
import { figureWords } from '../../words.ts';
import { valueName } from '../name-text.ts';
import type { Report } from '../shapes.ts';
import { type Draft, draftOf, emptyDraft, leftOut, problemOf, read, toggled, withGroup } from './draft.ts';

const words = figureWords.reports;
const mostGroups = 6;
type Props = {
  report: Report | undefined;
  busy: boolean;
  error: CallError | undefined;
  onSave(report: Omit<Report, 'reportId'>): void;
  onClose(): void;
};

/** A dimension with its values put together and called as the company calls them. */
export function ReportSheet({ report, busy, error, onSave, onClose }: Props) {
  const [draft, setDraft] = useState<Draft>(report === undefined ? emptyDraft : draftOf(report));
  const [tried, setTried] = useState(false);
  const problem = problemOf(draft);
  const left = leftOut(draft);
  const rename = (key: number, name: string) =>
    setDraft((before) => ({
      ...before,
      groups: before.groups.map((group) => (group.key === key ? { ...group, name } : group)),
    }));
  return (
    <Sheet open id="report-sheet" title={report === undefined ? words.add : words.edit} onClose={onClose}>
      <LineFact
        id="report-name"
        label={words.name}
        placeholder={words.nameHint}
        text={draft.name}
        onText={(name) => setDraft((before) => ({ ...before, name }))}
      />
      <Fact label={words.dimension}>
        <Choices<Dimension>
          id="report-dimension"
          label={words.dimension}
          options={dimensions.map((value) => ({ value, name: figureWords.names.dimensions[value] }))}
          chosen={draft.dimension}
          onChoose={(dimension) =>
            setDraft((before) => ({
              ...before,
              dimension,
              groups: before.groups.map((group) => ({ ...group, values: [] })),
            }))
          }
        />
      </Fact>
      {draft.groups.map(({ key, name, values }, index) => (
        <Fact key={key} label={words.group(index + 1)}>
          <LineField
            id={`group-name-${index}`}
            label={words.group(index + 1)}
            placeholder={words.groupHint}
            text={name}
            onText={(text) => rename(key, text)}
          />
          <View className="hr-own-values" {...aria({ role: 'group', label: words.values })}>
            {dimensionValues[draft.dimension].map((value) => (
              <Check
                key={value}
                id={`group-${index}-${value}`}
                checked={values.includes(value)}
                onChange={() => setDraft((before) => toggled(before, key, value))}
              >
                {valueName(draft.dimension, value)}
              </Check>
            ))}
          </View>
          {draft.groups.length > 1 && (
            <Action
              kind="quiet"
              onTap={() =>
                setDraft((before) => ({ ...before, groups: before.groups.filter((group) => group.key !== key) }))
              }
            >
              {words.removeGroup}
            </Action>
          )}
        </Fact>
      ))}
      {draft.groups.length < mostGroups && (
        <Action id="add-group" onTap={() => setDraft(withGroup)}>
          {words.addGroup}
        </Action>
      )}
      {left.length > 0 && (
        <View className="hr-quiet hr-data-filter-note">
          {words.left(left.map((value) => valueName(draft.dimension, value)).join(figureWords.list))}
        </View>
      )}
      {tried && problem !== undefined && (
        <View className="hr-data-wrong" {...aria({ role: 'alert' })}>
          {words.wrong[problem]}
        </View>
      )}
      {error && <CommandError error={error} safe={words.safe} />}
      <SheetActions
        id="save-report"
        cancel={words.cancel}
        confirm={busy ? words.busy : words.save}
        busy={busy}
        onCancel={onClose}
        onConfirm={() => {
          setTried(true);
          if (problem === undefined) onSave(read(draft));
        }}
      />
    </Sheet>
  );
}
