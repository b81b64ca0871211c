import { View } from '@tarojs/components';
import { useState } from 'react';
import { aria } from '#platform/aria.ts';
import { pickFiles } from '#platform/pick-file.ts';
import { fileTypes, intakeLimits } from '#shared/intake/files.ts';
import { Action } from '../../components/action.tsx';
import type { PickedFile } from '../../platform/pick-file.ts';
import { intakeWords } from '../words.ts';
import { FileProgress, mayRetry } from './file-box.tsx';
import { Openings } from './next-step.tsx';
import { PersonForm } from './person-form.tsx';
import { type ReadFile, useRead } from './use-read.ts';

type Chosen = { key: number; name: string; saved?: string } & ({ file: PickedFile } | { refused: string });
let keys = 0;

/** Résumé files, several in one go: each is read, looked at and saved by itself. A scan is kept, and its words typed. */
export function Resumes() {
  const [all, setAll] = useState<Chosen[]>([]);
  const [refused, setRefused] = useState<string>();
  const room = intakeLimits.resumesAtOnce - all.length;
  const change = (key: number, to: Chosen | undefined) =>
    setAll((before) => before.flatMap((one) => (one.key === key ? (to ?? []) : one)));

  async function pick(): Promise<void> {
    const picked = await pickFiles({ mimes: [...fileTypes.resume], maxBytes: intakeLimits.bytes, most: room });
    if (!picked.ok) {
      if (picked.reason !== 'cancelled') setRefused(intakeWords.picking[picked.reason]);
      return;
    }
    setRefused(undefined);
    const chosen = picked.files.map((one): Chosen => {
      keys += 1;
      const { name } = one;
      if (one.ok) return { key: keys, name, file: one.file };
      return { key: keys, name, refused: intakeWords.picking[one.reason === 'cancelled' ? 'failed' : one.reason] };
    });
    setAll((before) => [...chosen, ...before]);
  }

  return (
    <View>
      {room > 0 && (
        <View className="hr-card hr-intake-card">
          {refused !== undefined && (
            <View id="pick-resume-trouble" className="hr-intake-trouble hr-intake-first" {...aria({ role: 'alert' })}>
              {refused}
            </View>
          )}
          <View className={refused === undefined ? '' : 'hr-intake-actions'}>
            <Action id="pick-resume" kind="primary" block onTap={() => void pick()}>
              {all.length === 0 ? intakeWords.choose.resumes : intakeWords.choose.moreResumes}
            </Action>
          </View>
          <View className="hr-quiet hr-intake-hint hr-intake-under">
            {intakeWords.choose.several(intakeLimits.resumesAtOnce)}
          </View>
        </View>
      )}
      {all.map((one) => (
        <OneResume key={one.key} chosen={one} onChange={(to) => change(one.key, to)} />
      ))}
      {all.some(({ saved }) => saved !== undefined) && (
        <View className="hr-card hr-intake-card">
          <Openings />
        </View>
      )}
    </View>
  );
}

type Props = { chosen: Chosen; onChange(to: Chosen | undefined): void };

function OneResume({ chosen, onChange }: Props) {
  const { key, name, saved } = chosen;
  const { state, retry } = useRead('resume', 'file' in chosen ? chosen.file : undefined);
  const scan = state.phase === 'failed' && state.code === 'no_text' ? state : undefined;
  const read = state.phase === 'ready' ? state.file : scan?.file;
  return (
    <View className="hr-card hr-intake-card" id={`resume-${key}`}>
      <View className="hr-heading-row">
        <View className="hr-intake-title">{name}</View>
        {saved === undefined && (
          <Action kind="quiet" onTap={() => onChange(undefined)}>
            {intakeWords.resume.drop}
          </Action>
        )}
      </View>
      {saved !== undefined && (
        <View className="hr-intake-done" {...aria({ role: 'status' })}>
          ✓ {intakeWords.person.added(saved)}
        </View>
      )}
      {'refused' in chosen && <View className="hr-intake-trouble">{chosen.refused}</View>}
      {saved === undefined && read === undefined && <FileProgress id={`resume-${key}`} state={state} />}
      {mayRetry(state) && (
        <View className="hr-intake-actions">
          <Action id={`resume-${key}-retry`} onTap={() => void retry()}>
            {intakeWords.readAgain}
          </Action>
        </View>
      )}
      {saved === undefined && read !== undefined && (
        <Filled id={key} file={read} note={scan?.text} onSaved={(who) => onChange({ ...chosen, saved: who })} />
      )}
    </View>
  );
}

type FilledProps = { id: number; file: ReadFile; note: string | undefined; onSaved(who: string): void };

function Filled({ id, file: { fileId, facts, text }, note, onSaved }: FilledProps) {
  return (
    <>
      <View className={note === undefined ? 'hr-quiet' : 'hr-intake-trouble'}>
        {note ?? `${intakeWords.resume.guess}${intakeWords.resume.found((text ?? '').length)}`}
      </View>
      <PersonForm
        id={`resume-${id}`}
        filled={{
          name: facts.name ?? '',
          phone: facts.phone ?? '',
          email: facts.email ?? '',
          headline: '',
          resume: text ?? '',
        }}
        also={{ fileId }}
        onSaved={(_, who) => onSaved(who)}
      />
    </>
  );
}
