import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { aria } from '#platform/aria.ts';
import { serverTime } from '../../api/call.ts';
import { Action } from '../../components/action.tsx';
import { Page } from '../../components/page.tsx';
import { Skeleton } from '../../components/states.tsx';
import { LineField } from '../components/line-field.tsx';
import { Empty, Failure, StaleBar } from '../components/states.tsx';
import { privacyWords } from '../words.ts';
import { NarrowSheet } from './narrow-sheet.tsx';
import { RecordRow } from './record-row.tsx';
import { type AuditRecord, nameOf, nothingWanted, useAudit, type Wanted } from './use-audit.ts';
import { VerifyCard } from './verify-card.tsx';
import '../styles/page.scss';
import './index.scss';

const words = privacyWords.audit;
const fields = [
  { name: 'candidate', label: words.candidate, placeholder: 'cand_…' },
  { name: 'by', label: words.by, placeholder: 'usr_…' },
  { name: 'operation', label: words.operation, placeholder: 'report.review' },
  { name: 'day', label: words.day, placeholder: words.dayHint },
] as const satisfies { name: keyof Wanted; label: string; placeholder: string }[];

const isDay = (text: string) => text === '' || /^\d{4}-\d{2}-\d{2}$/.test(text);

/** The auditor's page: who saw and changed whose data, whether the record of it is whole, and a file of it. */
function AuditPage() {
  const { candidate = '' } = useRouter().params;
  const [typed, setTyped] = useState<Wanted>({ ...nothingWanted, candidate });
  const [wanted, setWanted] = useState<Wanted>({ ...nothingWanted, candidate });
  const [turn, setTurn] = useState(0);
  const [chosen, setChosen] = useState<AuditRecord>();
  const model = useAudit(wanted);
  const now = serverTime.now();
  usePullDownRefresh(() => void model.reload().finally(() => Taro.stopPullDownRefresh()));

  /** The boxes are uncontrolled: a new turn gives them their text. */
  function look(next: Wanted) {
    setTyped(next);
    setWanted(next);
    setTurn(turn + 1);
    setChosen(undefined);
  }

  return (
    <Page wide className="hr-page">
      {model.value && model.error && <StaleBar error={model.error} />}
      <View className="hr-audit">
        <View className="hr-audit-title" {...aria({ role: 'heading' })}>
          {words.title}
        </View>
        <View className="hr-audit-what">{words.what}</View>
        <VerifyCard wanted={wanted} />
        <View className="hr-card hr-padded hr-audit-search">
          <View className="hr-audit-fields">
            {fields.map(({ name, label, placeholder }) => (
              <View key={`${name}-${turn}`} className="hr-audit-field">
                <View className="hr-quiet">{label}</View>
                <LineField
                  id={`audit-${name}`}
                  label={label}
                  placeholder={placeholder}
                  text={typed[name]}
                  longest={60}
                  onText={(text) => setTyped((before) => ({ ...before, [name]: text.trim() }))}
                />
              </View>
            ))}
          </View>
          <View className="hr-audit-actions">
            <Action id="search" kind="primary" disabled={!isDay(typed.day)} onTap={() => setWanted(typed)}>
              {words.search}
            </Action>
            <Action id="clear" kind="quiet" onTap={() => look(nothingWanted)}>
              {words.clear}
            </Action>
          </View>
        </View>
        {!model.value &&
          (model.error ? <Failure error={model.error} onRetry={() => void model.reload()} /> : <Skeleton />)}
        {model.value && model.records.length === 0 && <Empty text={words.empty} />}
        {model.records.length > 0 && (
          <View id="records" className="hr-card" {...aria({ role: 'list' })}>
            {model.records.map((record) => (
              <RecordRow key={nameOf(record)} record={record} now={now} onTap={() => setChosen(record)} />
            ))}
          </View>
        )}
        {model.cursor !== null && (
          <View className="hr-audit-more">
            <Action id="more" block busy={model.busy} onTap={() => void model.more()}>
              {words.more}
            </Action>
          </View>
        )}
      </View>
      <NarrowSheet record={chosen} onChoose={look} onClose={() => setChosen(undefined)} />
    </Page>
  );
}

export default AuditPage;
