import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { aria } from '#platform/aria.ts';
import type { Output } from '#shared/contract/operations.ts';
import { type BirthBand, birthBands, type Sex, sexes, voluntaryConsent } from '#shared/learning/voluntary.ts';
import { call, serverTime } from '../../api/call.ts';
import type { CallError } from '../../api/call-error.ts';
import { retrying } from '../../api/retry.ts';
import { Action } from '../../components/action.tsx';
import { Card } from '../../components/card.tsx';
import { Check } from '../../components/check.tsx';
import { Opened } from '../../components/opened.tsx';
import { Option } from '../../components/option.tsx';
import { Page } from '../../components/page.tsx';
import { copy } from '../../copy.ts';
import { sentenceOf } from '../../state/sentence.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { usePageTitle } from '../../state/use-page-title.ts';
import { whenText } from '../../state/when.ts';
import './index.scss';

type Kept = Output<'voluntary.get'>;
const words = copy.voluntary;

/** 「自愿填写」: said, changed and deleted here, by the candidate alone. */
function VoluntaryPage() {
  usePageTitle(words.title);
  const page = useLoaded<Kept>(() => retrying(() => call('voluntary.get'), { tries: 2 }));
  return (
    <Page className="voluntary">
      <View className="voluntary__head">
        <Text className="voluntary__title" {...aria({ role: 'heading' })}>
          {words.row}
        </Text>
        <Text className="voluntary__text">{words.lead}</Text>
      </View>
      <Card className="voluntary__card">
        {words.promises.map((promise) => (
          <View key={promise} className="voluntary__promise">
            <View className="voluntary__dot" />
            <Text className="voluntary__text">{promise}</Text>
          </View>
        ))}
      </Card>
      <Opened of={page}>{(kept) => <Form kept={kept} />}</Opened>
    </Page>
  );
}

function Form({ kept }: { kept: Kept }) {
  const [stored, setStored] = useState(kept);
  const [sex, setSex] = useState<Sex | null>(kept.said?.sex ?? null);
  const [bornFrom, setBornFrom] = useState<BirthBand | null>(kept.said?.bornFrom ?? null);
  const [agreed, setAgreed] = useState(false);
  const [busy, setBusy] = useState<'save' | 'remove'>();
  const [done, setDone] = useState<'saved' | 'removed'>();
  const [error, setError] = useState<CallError>();
  const nothing = sex === null && bornFrom === null;

  async function send(what: 'save' | 'remove') {
    setBusy(what);
    setError(undefined);
    const input = { sex, bornFrom, consent: { version: voluntaryConsent } };
    const answer = await retrying(() =>
      what === 'save' ? call('voluntary.save', { input }) : call('voluntary.delete'),
    );
    setBusy(undefined);
    if (!answer.ok) return setError(answer.error);
    setStored(answer.value);
    setDone(what === 'save' ? 'saved' : 'removed');
    setAgreed(false);
    if (what === 'save') return;
    setSex(null);
    setBornFrom(null);
  }
  const changing =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      set(value);
      setDone(undefined);
    };

  return (
    <Card className="voluntary__card">
      <Choice<Sex>
        id="sex"
        title={words.sex}
        options={sexes.map((value) => ({ value, name: words.sexes[value] }))}
        chosen={sex}
        onChoose={changing(setSex)}
      />
      <Choice<BirthBand>
        id="born"
        title={words.born}
        options={birthBands.map((value) => ({ value, name: words.bornIn(value) }))}
        chosen={bornFrom}
        onChoose={changing(setBornFrom)}
      />
      <Check id="voluntary-consent" checked={agreed} onChange={setAgreed}>
        {words.consent}
      </Check>
      {error === undefined ? null : <Text className="voluntary__trouble">{sentenceOf(error)}</Text>}
      {done === undefined ? null : (
        <Text id="voluntary-done" className="voluntary__done" {...aria({ role: 'status' })}>
          {words[done]}
        </Text>
      )}
      <Action
        id="voluntary-save"
        kind="primary"
        block
        busy={busy === 'save'}
        disabled={nothing || !agreed}
        onTap={() => void send('save')}
      >
        {nothing ? words.nothing : agreed ? words.save : words.needed}
      </Action>
      {stored.at === null ? null : (
        <View className="voluntary__kept">
          <Text className="voluntary__text">{words.savedOn(whenText(stored.at, serverTime.now()))}</Text>
          <Action id="voluntary-delete" kind="quiet" busy={busy === 'remove'} onTap={() => void send('remove')}>
            {words.remove}
          </Action>
        </View>
      )}
    </Card>
  );
}

type ChoiceProps<T extends string | number> = {
  id: string;
  title: string;
  options: readonly { value: T; name: string }[];
  chosen: T | null;
  onChoose(value: T | null): void;
};

/** One of several, or nothing: the last one says so. */
function Choice<T extends string | number>({ id, title, options, chosen, onChoose }: ChoiceProps<T>) {
  const all = [...options, { value: null, name: words.none }];
  return (
    <View className="voluntary__choice">
      <Text className="voluntary__question">{title}</Text>
      <View className="voluntary__options" {...aria({ role: 'radiogroup', label: title })}>
        {all.map(({ value, name }) => (
          <Option
            key={name}
            id={`voluntary-${id}-${value ?? 'none'}`}
            className={`voluntary__option ${value === chosen ? 'voluntary__option--on' : ''}`}
            pressed="voluntary__option--pressed"
            chosen={value === chosen}
            onTap={() => onChoose(value)}
          >
            {name}
          </Option>
        ))}
      </View>
    </View>
  );
}

export default VoluntaryPage;
