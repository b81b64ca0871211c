import { Text, View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { aria } from '#platform/aria.ts';
import type { Output } from '#shared/contract/operations.ts';
import { intakeLimits } from '#shared/intake/files.ts';
import { call } from '../../api/call.ts';
import type { CallError } from '../../api/call-error.ts';
import { newOperationId } from '../../api/operation-id.ts';
import { retrying } from '../../api/retry.ts';
import { Action } from '../../components/action.tsx';
import { Card } from '../../components/card.tsx';
import { Check } from '../../components/check.tsx';
import { FormField } from '../../components/form-field.tsx';
import { Option } from '../../components/option.tsx';
import { copy } from '../../copy.ts';
import { sentenceOf } from '../../state/sentence.ts';
import { useResumeFile } from './use-resume-file.ts';

type Job = Output<'apply.open'>;
type Problems = Output<'apply.send'>['problems'];
const sources = ['referral', 'campus', 'job_board', 'other'] as const;

/** Who they are, their résumé, and that it may be kept. The same tap never applies twice. */
export function ApplyForm({ linkId, job, onSent }: { linkId: string; job: Job; onSent(): void }) {
  const words = copy.apply;
  const values = useRef({ name: '', phone: '', email: '', resume: '' });
  const [source, setSource] = useState<(typeof sources)[number]>();
  const [agreed, setAgreed] = useState(false);
  const [problems, setProblems] = useState<Problems>([]);
  const [lacking, setLacking] = useState(false);
  const [error, setError] = useState<CallError>();
  const [busy, setBusy] = useState(false);
  const resume = useResumeFile(linkId);
  const operation = useRef<{ asked: string; id: string }>();
  const put = (field: keyof typeof values.current) => (text: string) => {
    values.current = { ...values.current, [field]: text };
  };
  const problemOf = (field: string) => {
    const found = problems.find((one) => one.field === field);
    return found && words.problems[found.problem];
  };

  async function send() {
    const { name, phone } = values.current;
    const file = resume.file;
    setError(undefined);
    const lacks = [name, phone].some((text) => text.trim() === '') || !agreed;
    const empty = file === undefined && values.current.resume.trim() === '';
    setLacking(lacks || empty);
    if (lacks || empty) return;
    setBusy(true);
    const given = {
      ...values.current,
      headline: '',
      ...(source !== undefined && { source }),
      ...(file !== undefined && { file }),
      consent: { version: job.consentVersion, granted: true as const },
    };
    const asked = JSON.stringify(given);
    if (operation.current?.asked !== asked) operation.current = { asked, id: newOperationId() };
    const operationId = operation.current.id;
    const answer = await retrying(() => call('apply.send', { params: { linkId }, input: { operationId, ...given } }));
    setBusy(false);
    if (!answer.ok) return setError(answer.error);
    setProblems(answer.value.problems);
    if (answer.value.received) onSent();
  }

  return (
    <>
      <Card className="apply__card">
        <Text className="apply__heading">{words.you}</Text>
        <FormField
          id="apply-name"
          label={words.name}
          placeholder={words.namePlaceholder}
          most={60}
          problem={problemOf('name')}
          onText={put('name')}
        />
        <FormField
          id="apply-phone"
          label={words.phone}
          placeholder={words.phonePlaceholder}
          most={30}
          kind="number"
          problem={problemOf('phone')}
          onText={put('phone')}
        />
        <FormField
          id="apply-email"
          label={words.email}
          placeholder={words.emailPlaceholder}
          most={254}
          problem={problemOf('email')}
          onText={put('email')}
        />
      </Card>
      <Card className="apply__card">
        <Text className="apply__heading">{words.resume}</Text>
        <Text className="apply__said">{words.resumeHint}</Text>
        {resume.state !== undefined && (
          <View id="resume-state" className="apply__said" {...aria({ role: 'status' })}>
            {resume.state}
          </View>
        )}
        <View className="apply__actions">
          <Action id="apply-file" busy={resume.busy} onTap={() => void resume.pick()}>
            {resume.file === undefined ? words.pick : words.other}
          </Action>
          {resume.file !== undefined && (
            <Action kind="quiet" onTap={resume.drop}>
              {words.drop}
            </Action>
          )}
        </View>
        <FormField
          id="apply-resume"
          label={words.write}
          placeholder={words.writePlaceholder}
          most={intakeLimits.resumeCharacters}
          kind="paragraph"
          problem={problemOf('resume')}
          onText={put('resume')}
        />
      </Card>
      <Card className="apply__card">
        <Text className="apply__heading">{words.heard}</Text>
        <View className="apply__sources" {...aria({ role: 'radiogroup', label: words.heard })}>
          {sources.map((one) => (
            <Option
              key={one}
              id={`source-${one}`}
              className={`apply__source ${one === source ? 'apply__source--on' : ''}`}
              pressed="apply__source--pressed"
              chosen={one === source}
              onTap={() => setSource(one)}
            >
              {words.sources[one]}
            </Option>
          ))}
        </View>
      </Card>
      <Card className="apply__card">
        <Text className="apply__heading">{words.dataTitle}</Text>
        {words.data.map((line) => (
          <View key={line} className="apply__step">
            <Text className="apply__number">·</Text>
            <Text className="apply__words">{line}</Text>
          </View>
        ))}
        <Check id="apply-consent" checked={agreed} onChange={setAgreed}>
          {words.consent(job.company)}
        </Check>
      </Card>
      {lacking && (
        <View id="apply-lacking" className="apply__trouble" {...aria({ role: 'alert' })}>
          {words.need}
        </View>
      )}
      {error !== undefined && (
        <View className="apply__trouble" {...aria({ role: 'alert' })}>
          {sentenceOf(error)}
        </View>
      )}
      <Action id="apply-send" kind="primary" block busy={busy} disabled={resume.busy} onTap={() => void send()}>
        {busy ? words.sending : words.send}
      </Action>
    </>
  );
}
