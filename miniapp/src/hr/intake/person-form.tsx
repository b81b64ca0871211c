import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import type { Input, Output } from '#shared/contract/operations.ts';
import type { CandidateField } from '#shared/intake/columns.ts';
import { intakeLimits } from '#shared/intake/files.ts';
import { call } from '../../api/call.ts';
import { Action } from '../../components/action.tsx';
import { FormField } from '../../components/form-field.tsx';
import { CommandError } from '../components/states.tsx';
import { useCommand } from '../use-command.ts';
import { intakeWords } from '../words.ts';

type Filled = Record<CandidateField, string>;
export const blank: Filled = { name: '', phone: '', email: '', headline: '', resume: '' };

type Saved = Output<'candidate.save'>;
type Props = {
  /** Makes the ids of one form unlike another's. */
  id: string;
  filled: Filled;
  also?: Pick<Input<'candidate.save'>, 'candidateId' | 'fileId'>;
  onSaved(saved: Saved, name: string): void;
};

const fields = [
  { field: 'name', most: 60, kind: 'text' },
  { field: 'phone', most: 30, kind: 'number' },
  { field: 'email', most: 254, kind: 'text' },
  { field: 'headline', most: 150, kind: 'text' },
  { field: 'resume', most: intakeLimits.resumeCharacters + 500, kind: 'paragraph' },
] as const;

/** One candidate: the same checks as an import's, said under each box. */
export function PersonForm({ id, filled, also = {}, onSaved }: Props) {
  const values = useRef(filled);
  const [problems, setProblems] = useState<Saved['problems']>([]);
  const [taken, setTaken] = useState(false);
  const command = useCommand((_, operationId) =>
    call('candidate.save', { input: { operationId, ...values.current, ...also } }),
  );
  async function save() {
    setTaken(false);
    const answer = await command.run(JSON.stringify(values.current));
    if (!answer.ok) return;
    setProblems(answer.value.problems);
    if (answer.value.outcome === 'known') setTaken(true);
    else if (answer.value.outcome !== 'wrong') onSaved(answer.value, values.current.name.trim());
  }
  return (
    <View>
      {fields.map(({ field, most, kind }) => {
        const problem = problems.find((one) => one.field === field)?.problem;
        return (
          <FormField
            key={field}
            id={`${id}-${field}`}
            label={intakeWords.fields[field]}
            placeholder={intakeWords.placeholders[field]}
            text={filled[field]}
            most={most}
            kind={kind}
            problem={problem === undefined ? undefined : intakeWords.problems[problem]}
            onText={(text) => {
              values.current = { ...values.current, [field]: text };
            }}
          />
        );
      })}
      {also.candidateId !== undefined && <View className="hr-quiet">{intakeWords.person.phoneNote}</View>}
      {taken && <View className="hr-intake-trouble">{intakeWords.person.known}</View>}
      {command.error && <CommandError error={command.error} safe={intakeWords.person.safe} />}
      <View className="hr-intake-actions">
        <Action id={`${id}-save`} kind="primary" block busy={command.busy} onTap={() => void save()}>
          {command.busy ? intakeWords.person.saving : intakeWords.person.save}
        </Action>
      </View>
    </View>
  );
}
