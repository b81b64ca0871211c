import { View } from '@tarojs/components';
import { useState } from 'react';
import { aria } from '#platform/aria.ts';
import { call } from '../../api/call.ts';
import { Action } from '../../components/action.tsx';
import { Skeleton } from '../../components/states.tsx';
import { useLoaded } from '../../state/use-loaded.ts';
import { Failure } from '../components/states.tsx';
import { openFile } from '../listen/open-file.ts';
import { intakeWords } from '../words.ts';
import { FileBox } from './file-box.tsx';
import { Openings } from './next-step.tsx';
import { blank, PersonForm } from './person-form.tsx';
import { useFile } from './use-file.ts';

export function NewPerson() {
  const [added, setAdded] = useState<string>();
  if (added !== undefined) {
    return (
      <View className="hr-card hr-intake-card">
        <View id="person-saved" className="hr-intake-done" {...aria({ role: 'status' })}>
          ✓ {intakeWords.person.added(added)}
        </View>
        <Openings />
        <View className="hr-intake-actions">
          <Action id="another" kind="quiet" onTap={() => setAdded(undefined)}>
            {intakeWords.person.another}
          </Action>
        </View>
      </View>
    );
  }
  return (
    <View className="hr-card hr-intake-card">
      <PersonForm id="person" filled={blank} onSaved={(_, name) => setAdded(name)} />
    </View>
  );
}

/** Somebody who is there: put right, or given another résumé. */
export function EditPerson({ candidateId }: { candidateId: string }) {
  const page = useLoaded(() => call('candidate.get', { params: { candidateId } }), [candidateId]);
  const { state, pick, retry } = useFile('resume');
  const [saved, setSaved] = useState<string>();
  if (page.phase === 'loading') return <Skeleton cards={1} lines={5} />;
  if (page.phase === 'failed') return <Failure error={page.error} onRetry={page.reload} />;
  const { name, phone, email, headline, resume, file } = page.value;
  const scan = state.phase === 'failed' && state.code === 'no_text' ? state.file : undefined;
  const read = state.phase === 'ready' ? state.file : scan;
  return (
    <View>
      <FileBox
        id="pick-resume"
        choose={intakeWords.choose.resumes}
        state={state}
        onPick={() => void pick()}
        onRetry={retry}
      />
      <View className="hr-card hr-intake-card">
        {saved !== undefined && (
          <View id="person-saved" className="hr-intake-done" {...aria({ role: 'status' })}>
            ✓ {intakeWords.person.changed(saved)}
          </View>
        )}
        {file !== null && (
          <Action id="open-original" kind="quiet" onTap={() => void openFile(file.url, 'application/pdf')}>
            {intakeWords.person.original} · {file.name}
          </Action>
        )}
        <PersonForm
          key={read?.fileId ?? ''}
          id="person"
          filled={{ name, phone, email, headline, resume: read?.text ?? resume }}
          also={{ candidateId, ...(read && { fileId: read.fileId }) }}
          onSaved={(_, changed) => {
            setSaved(changed);
            page.reload();
          }}
        />
      </View>
    </View>
  );
}
