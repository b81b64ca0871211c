import { Text, View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import type { Output } from '#shared/contract/operations.ts';
import type { QuestionKind } from '#shared/interview/plan.ts';
import { call } from '../../api/call.ts';
import { Page } from '../../components/page.tsx';
import { Skeleton } from '../../components/states.tsx';
import { copy } from '../../copy.ts';
import { Choices } from '../components/choices.tsx';
import { LineField } from '../components/line-field.tsx';
import { Empty, Failure, StaleBar } from '../components/states.tsx';
import { HelpEntry } from '../help/help-entry.tsx';
import { usePolled } from '../use-polled.ts';
import { positionWords } from '../words.ts';
import { AddSheet } from './add-sheet.tsx';
import { AdoptSheet } from './adopt-sheet.tsx';
import { entryKey, QuestionCard } from './question-card.tsx';
import { QuestionSheet } from './question-sheet.tsx';
import { VersionsSheet } from './versions-sheet.tsx';
import '../styles/page.scss';
import '../styles/setting.scss';
import '../positions/index.scss';
import '../positions/editor/index.scss';
import './index.scss';

export type Entry = Output<'question.list'>['questions'][number];
type Asked = { sheet: 'edit' | 'adopt' | 'add' | 'versions'; entry: Entry };

const words = positionWords.bankPage;
const everyMs = 20_000;
const kinds: (QuestionKind | 'all')[] = ['all', 'structured', 'scenario', 'skill'];

function QuestionsPage() {
  const [text, setText] = useState('');
  const [kind, setKind] = useState<QuestionKind | 'all'>('all');
  const [asked, setAsked] = useState<Asked>();
  const load = () =>
    call('question.list', {
      query: { ...(text.trim() !== '' && { text: text.trim() }), ...(kind !== 'all' && { kind }) },
    });
  const { value, error, reload } = usePolled(load, { key: `${kind}#${text}`, everyMs });
  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()));
  const close = () => setAsked(undefined);
  const done = () => {
    close();
    void reload();
  };
  return (
    <Page wide className="hr-page">
      {value && error && <StaleBar error={error} />}
      <View className="hr-positions">
        <View className="hr-positions-head">
          <Text className="hr-positions-title">{words.title}</Text>
          <HelpEntry page="questions" />
        </View>
        <LineField
          id="search-questions"
          label={words.search}
          placeholder={words.search}
          longest={40}
          onText={setText}
        />
        <View className="hr-bank-kinds">
          <Choices<QuestionKind | 'all'>
            id="bank-kind"
            label={positionWords.questions.kind}
            options={kinds.map((one) => ({
              value: one,
              name: one === 'all' ? words.everyKind : copy.statuses.questionKind[one],
            }))}
            chosen={kind}
            onChoose={setKind}
          />
        </View>
        {!value && (error ? <Failure error={error} onRetry={() => void reload()} /> : <Skeleton />)}
        {value?.questions.length === 0 && <Empty text={words.empty} />}
        {value?.questions.map((entry) => (
          <QuestionCard key={entryKey(entry)} entry={entry} onAsk={(sheet) => setAsked({ sheet, entry })} />
        ))}
      </View>
      {asked?.sheet === 'edit' && <QuestionSheet entry={asked.entry} onSaved={done} onClose={close} />}
      {asked?.sheet === 'adopt' && <AdoptSheet entry={asked.entry} onDone={done} onClose={close} />}
      {asked?.sheet === 'add' && <AddSheet entry={asked.entry} onClose={close} />}
      {asked?.sheet === 'versions' && asked.entry.bankId !== null && (
        <VersionsSheet bankId={asked.entry.bankId} onClose={close} />
      )}
    </Page>
  );
}

export default QuestionsPage;
