import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { aria } from '#platform/aria.ts';
import type { Output } from '#shared/contract/operations.ts';
import { call, serverTime } from '../../api/call.ts';
import { type CallError, isRefused } from '../../api/call-error.ts';
import { retrying } from '../../api/retry.ts';
import { Action } from '../../components/action.tsx';
import { Card } from '../../components/card.tsx';
import { FormField } from '../../components/form-field.tsx';
import { copy } from '../../copy.ts';
import { sentenceOf } from '../../state/sentence.ts';
import { whenText } from '../../state/when.ts';
import { keptCode } from './kept-code.ts';

const words = copy.privacy.certificate;
type Certificate = Output<'privacy.certificate'>;
const codeForm = /^[A-Za-z0-9_-]{16,40}$/;
const kinds = ['interviews', 'answers', 'recordings', 'reports', 'notes', 'messages', 'files'] as const;

/** Open to who has the code, signed in or not: after a deletion there is nobody left who could sign in. */
export function CertificateCard() {
  const [code, setCode] = useState(keptCode);
  const [found, setFound] = useState<Certificate>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  async function look() {
    if (!codeForm.test(code)) return setProblem(words.unknown);
    setBusy(true);
    const got = await retrying(() => call('privacy.certificate', { input: { code } }));
    setBusy(false);
    setProblem(got.ok ? undefined : problemOf(got.error));
    if (got.ok) setFound(got.value);
  }

  return (
    <Card className="rights__card">
      <Text className="rights__name" {...aria({ role: 'heading' })}>
        {words.title}
      </Text>
      <Text className="rights__text">{words.text}</Text>
      <FormField
        id="certificate-code"
        label={words.placeholder}
        placeholder={words.placeholder}
        text={code}
        most={40}
        problem={problem}
        onText={(text) => {
          setCode(text.trim());
          setProblem(undefined);
        }}
      />
      <View className="rights__actions">
        <Action id="certificate-look" busy={busy} disabled={code === ''} onTap={() => void look()}>
          {words.look}
        </Action>
      </View>
      {found === undefined ? null : (
        <View id="certificate" className="rights__notice">
          {rowsOf(found).map(([name, value]) => (
            <View key={name} className="rights__fact">
              <Text className="rights__head-line">{name}</Text>
              <Text className="rights__value">{value}</Text>
            </View>
          ))}
        </View>
      )}
    </Card>
  );
}

const problemOf = (error: CallError): string => (isRefused(error, 'not_found') ? words.unknown : sentenceOf(error));

function rowsOf({ company, state, askedAt, begunAt, doneAt, counts, hash }: Certificate): [string, string][] {
  const when = (at: string | null) => (at === null ? '' : whenText(at, serverTime.now()));
  const erased = kinds
    .filter((kind) => (counts?.[kind] ?? 0) > 0)
    .map((kind) => words.count(words.counts[kind], counts?.[kind] ?? 0))
    .join(words.between);
  const rows: [string, string][] = [
    [words.rows.company, company],
    [words.rows.state, words.states[state]],
    [words.rows.askedAt, when(askedAt)],
    [words.rows.begunAt, when(begunAt)],
    [words.rows.doneAt, when(doneAt)],
    [words.rows.erased, erased],
    [words.rows.hash, hash ?? ''],
  ];
  return rows.filter(([, value]) => value !== '');
}
