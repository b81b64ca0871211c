import { View } from '@tarojs/components';
import { useState } from 'react';
import { aria } from '#platform/aria.ts';
import type { Output } from '#shared/contract/operations.ts';
import { type Law, laws } from '#shared/privacy/laws.ts';
import { call } from '../../api/call.ts';
import { Action } from '../../components/action.tsx';
import { language } from '../../copy.ts';
import { Choices } from '../components/choices.tsx';
import { LongField } from '../components/field.tsx';
import { LineField } from '../components/line-field.tsx';
import { CommandError } from '../components/states.tsx';
import { may } from '../may.tsx';
import { useCommand } from '../use-command.ts';
import { usePolled } from '../use-polled.ts';
import { words as hrWords, privacyWords } from '../words.ts';

const words = privacyWords.settings;
const options = laws.map((value) => ({ value, name: words.laws[value] }));
const numbers = ['unhiredMonths', 'poolMonths', 'mediaMonths'] as const;
const labels = { unhiredMonths: words.unhired, poolMonths: words.pool, mediaMonths: words.media };
type Stored = Output<'privacy.settings'>;
type Notice = Stored['notices'][number];

/** Under whose law the company asks, with which words, and for how many months it keeps what. */
export function SettingsCard() {
  const { value, reload } = usePolled(() => call('privacy.settings', { query: { language } }), {
    key: 'privacy-settings',
    everyMs: 300_000,
  });
  if (!value) return null;
  return (
    <>
      <View className="hr-heading">{words.title}</View>
      <Form key={JSON.stringify(value.settings)} stored={value} onDone={reload} />
    </>
  );
}

function Form({ stored, onDone }: { stored: Stored; onDone(): Promise<void> }) {
  const [settings, setSettings] = useState(stored.settings);
  const saving = useCommand(() => call('privacy.saveSettings', { input: settings }));
  const [saved, setSaved] = useState(false);
  const right = numbers.every((name) => settings[name] >= 1 && settings[name] <= 120);
  const mine = may('privacy.saveSettings');
  const notice = stored.notices.find(({ law }) => law === settings.law);

  async function save() {
    const done = await saving.run(JSON.stringify(settings));
    setSaved(done.ok);
    if (done.ok) await onDone();
  }

  return (
    <View className="hr-card hr-padded">
      <View className="hr-quiet">{words.law}</View>
      <Choices<Law>
        id="law"
        label={words.law}
        options={mine ? options : options.filter(({ value }) => value === settings.law)}
        chosen={settings.law}
        onChoose={(law) => setSettings({ ...settings, law })}
      />
      <View className="hr-privacy-numbers">
        {numbers.map((name) => (
          <View key={name} className="hr-privacy-number">
            <View className="hr-quiet">{labels[name]}</View>
            {mine ? (
              <LineField
                id={name}
                label={labels[name]}
                text={String(stored.settings[name])}
                longest={3}
                numeric
                onText={(text) => setSettings((before) => ({ ...before, [name]: Math.trunc(Number(text)) || 0 }))}
              />
            ) : (
              <View className="hr-tabular">{stored.settings[name]}</View>
            )}
          </View>
        ))}
      </View>
      {saving.error && <CommandError error={saving.error} safe={hrWords.state.unreachable} />}
      {mine && (
        <View className="hr-privacy-actions">
          <Action id="save-privacy" kind="primary" busy={saving.busy} disabled={!right} onTap={() => void save()}>
            {words.save}
          </Action>
          {saved && (
            <View className="hr-quiet" {...aria({ role: 'status' })}>
              {words.saved}
            </View>
          )}
        </View>
      )}
      {notice && <NoticeForm key={notice.name} notice={notice} mine={mine} onDone={onDone} />}
    </View>
  );
}

function NoticeForm({ notice, mine, onDone }: { notice: Notice; mine: boolean; onDone(): Promise<void> }) {
  const { law, version } = notice;
  // Folded again it keeps what was typed: the boxes are uncontrolled.
  const [shown, setShown] = useState<'never' | 'open' | 'folded'>('never');
  const open = shown === 'open';
  const [title, setTitle] = useState(notice.title);
  const [paragraphs, setParagraphs] = useState(notice.paragraphs);
  const saving = useCommand(() =>
    call('privacy.saveNotice', { params: { law }, input: { language, version, title, paragraphs } }),
  );
  const change = (i: number, over: Partial<Notice['paragraphs'][number]>) =>
    setParagraphs((before) => before.map((one, n) => (n === i ? { ...one, ...over } : one)));
  const full = title.trim() !== '' && paragraphs.every(({ head, text }) => head.trim() !== '' && text.trim() !== '');

  async function save() {
    const done = await saving.run(JSON.stringify([law, version, title, paragraphs]));
    if (done.ok) await onDone();
  }

  return (
    <View className="hr-privacy-notice">
      <View className="hr-privacy-head">
        {words.notice}
        <View className="hr-quiet">{words.version(version)}</View>
      </View>
      <View className="hr-quiet">{words.noticeText}</View>
      <View className="hr-privacy-actions">
        <Action id="notice-open" onTap={() => setShown(open ? 'folded' : 'open')}>
          {open ? words.foldNotice : mine ? words.editNotice : words.readNotice}
        </Action>
      </View>
      {shown !== 'never' && (
        <View className={open ? '' : 'hr-privacy-folded'}>
          {mine ? (
            <LineField id="notice-title" label={words.heading} text={notice.title} longest={60} onText={setTitle} />
          ) : (
            <View className="hr-privacy-head">{notice.title}</View>
          )}
          {notice.paragraphs.map(({ head, text }, i) => (
            <View key={head} className="hr-privacy-paragraph">
              {mine ? (
                <>
                  <LineField
                    id={`notice-head-${i}`}
                    label={words.head}
                    text={head}
                    longest={60}
                    onText={(typed) => change(i, { head: typed })}
                  />
                  <LongField
                    id={`notice-text-${i}`}
                    label={words.text}
                    text={text}
                    onText={(typed) => change(i, { text: typed })}
                  />
                </>
              ) : (
                <>
                  <View className="hr-quiet">{head}</View>
                  <View>{text}</View>
                </>
              )}
            </View>
          ))}
          {saving.error && <CommandError error={saving.error} safe={hrWords.state.unreachable} />}
          {mine && (
            <View className="hr-privacy-actions">
              <Action id="save-notice" busy={saving.busy} disabled={!full} onTap={() => void save()}>
                {words.saveNotice}
              </Action>
            </View>
          )}
        </View>
      )}
    </View>
  );
}
