import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { aria } from '#platform/aria.ts';
import { intakeLimits } from '#shared/intake/files.ts';
import { Action } from '../../components/action.tsx';
import { intakeWords } from '../words.ts';
import { FileBox } from './file-box.tsx';
import { Openings } from './next-step.tsx';
import { PersonForm } from './person-form.tsx';
import { type ReadFile, useFile } from './use-file.ts';

type Read = { file: ReadFile; note?: string; saved?: string };

/** Résumé files, several together: each is read, looked at and saved by itself. A scan is kept, and its words typed. */
export function Resumes() {
  const { state, pick, forget } = useFile('resume');
  const [all, setAll] = useState<Read[]>([]);
  const change = (fileId: string, to: Read | undefined) =>
    setAll((before) => before.flatMap((one) => (one.file.fileId === fileId ? (to ?? []) : one)));

  useEffect(() => {
    const file =
      state.phase === 'ready' || (state.phase === 'failed' && state.code === 'no_text') ? state.file : undefined;
    if (file === undefined) return;
    setAll((before) => [{ file, ...(state.phase === 'failed' && { note: state.text }) }, ...before]);
    forget();
  }, [state, forget]);

  return (
    <View>
      {all.length < intakeLimits.resumesAtOnce && (
        <FileBox id="pick-resume" choose={intakeWords.choose.resumes} state={state} onPick={() => void pick()} />
      )}
      {all.map((one) => (
        <ReadResume key={one.file.fileId} {...one} onChange={(to) => change(one.file.fileId, to)} />
      ))}
      {all.some(({ saved }) => saved !== undefined) && (
        <View className="hr-card hr-intake-card">
          <Openings />
        </View>
      )}
    </View>
  );
}

function ReadResume({ file, note, saved, onChange }: Read & { onChange(to: Read | undefined): void }) {
  const { fileId, name, facts, text } = file;
  return (
    <View className="hr-card hr-intake-card" id={`resume-${fileId}`}>
      <View className="hr-heading-row">
        <View className="hr-intake-title">{name}</View>
        {saved === undefined && (
          <Action kind="quiet" onTap={() => onChange(undefined)}>
            {intakeWords.resume.drop}
          </Action>
        )}
      </View>
      {saved !== undefined ? (
        <View className="hr-intake-done" {...aria({ role: 'status' })}>
          ✓ {intakeWords.person.added(saved)}
        </View>
      ) : (
        <>
          <View className={note === undefined ? 'hr-quiet' : 'hr-intake-trouble'}>
            {note ?? `${intakeWords.resume.guess}${intakeWords.resume.found((text ?? '').length)}`}
          </View>
          <PersonForm
            id={fileId}
            filled={{
              name: facts.name ?? '',
              phone: facts.phone ?? '',
              email: facts.email ?? '',
              headline: '',
              resume: text ?? '',
            }}
            also={{ fileId }}
            onSaved={(_, who) => onChange({ file, saved: who })}
          />
        </>
      )}
    </View>
  );
}
