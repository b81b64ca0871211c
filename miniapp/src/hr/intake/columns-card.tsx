import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { type Columns, columnLetter, type IntakeField } from '#shared/intake/columns.ts';
import { MenuItem, Sheet } from '../../components/sheet.tsx';
import { Tap } from '../../components/tap.tsx';
import { intakeWords } from '../words.ts';

const names: Record<IntakeField, string> = intakeWords.fields;

type Props<F extends IntakeField> = {
  headers: string[];
  fields: readonly F[];
  needed: readonly F[];
  columns: Columns<F>;
  onColumns(columns: Columns<F>): void;
};

/** Which column holds what, as the header suggests it and as a person puts it right. */
export function ColumnsCard<F extends IntakeField>({ headers, fields, needed, columns, onColumns }: Props<F>) {
  const [asked, setAsked] = useState<F>();
  const nameOf = (at: number) => intakeWords.columns.is(letterOf(at), headers[at] ?? '');
  function choose(field: F, at: number | undefined) {
    onColumns(headers.map((_, i) => (i === at ? field : columns[i] === field ? null : (columns[i] ?? null))));
    setAsked(undefined);
  }
  return (
    <View className="hr-card hr-intake-card">
      <View className="hr-intake-title">{intakeWords.columns.title}</View>
      {fields.map((field) => {
        const at = columns.indexOf(field);
        const missing = at < 0 && needed.includes(field);
        return (
          <Tap
            key={field}
            id={`column-${field}`}
            className="hr-intake-column"
            pressed="hr-link-pressed"
            onTap={() => setAsked(field)}
          >
            <Text>{names[field]}</Text>
            <Text className={missing ? 'hr-intake-warm' : 'hr-quiet'}>
              {at >= 0 ? nameOf(at) : missing ? intakeWords.columns.missing : intakeWords.columns.none} ›
            </Text>
          </Tap>
        );
      })}
      {asked !== undefined && (
        <Sheet open title={intakeWords.columns.ask(names[asked])} onClose={() => setAsked(undefined)}>
          {headers.map((header, at) => (
            <MenuItem key={letterOf(at)} id={`column-at-${letterOf(at)}`} onTap={() => choose(asked, at)}>
              {intakeWords.columns.is(letterOf(at), header)}
            </MenuItem>
          ))}
          <MenuItem tone="quiet" onTap={() => choose(asked, undefined)}>
            {intakeWords.columns.none}
          </MenuItem>
        </Sheet>
      )}
    </View>
  );
}

const letterOf = (at: number): string =>
  columnLetter(
    Array.from({ length: at + 1 }, (_, i) => (i === at ? 'x' : null)),
    'x',
  ) ?? '';
