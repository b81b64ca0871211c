import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from '#shared/contract/operations.ts';
import { call, serverTime } from '../../api/call.ts';
import { retrying } from '../../api/retry.ts';
import { Action } from '../../components/action.tsx';
import { Skeleton } from '../../components/states.tsx';
import { whenText } from '../../state/when.ts';
import { CommandError, Failure } from '../components/states.tsx';
import { copyText } from '../copy-text.ts';
import { useCommand } from '../use-command.ts';
import { usePolled } from '../use-polled.ts';
import { words as hrWords, trainingWords } from '../words.ts';
import { AnnounceSheet } from './announce-sheet.tsx';
import { notesForHr } from './release-notes.ts';

const words = trainingWords.news;
const everyMs = 60_000;
type Session = Output<'notice.list'>['sessions'][number];

/** 消息中心 of HR: live sessions until they are over, and what is new. */
export function News() {
  const [announcing, setAnnouncing] = useState(false);
  const notices = usePolled(() => call('notice.list'), { key: 'notices', everyMs });
  const reading = useCommand((ids) => call('notice.read', { input: { noticeIds: ids.split(' ') } }));
  if (!notices.value) {
    return notices.error ? <Failure error={notices.error} onRetry={() => void notices.reload()} /> : <Skeleton />;
  }
  const { sessions, readIds } = notices.value;
  const unread = notesForHr.filter(({ id }) => !readIds.includes(id));

  async function readAll() {
    const answer = await reading.run(unread.map(({ id }) => id).join(' '));
    if (answer.ok) await notices.reload();
  }

  return (
    <View>
      <View className="hr-heading">{words.live}</View>
      <View className="hr-card">
        {sessions.length === 0 && (
          <View id="no-live" className="hr-note-row hr-quiet">
            {words.noLive}
          </View>
        )}
        {sessions.map((session) => (
          <SessionRow key={session.sessionId} session={session} onDone={() => void notices.reload()} />
        ))}
      </View>
      <View className="hr-news-act">
        <Action id="announce" onTap={() => setAnnouncing(true)}>
          {words.announce}
        </Action>
      </View>
      <View className="hr-heading hr-heading-row">
        <Text>{words.notes}</Text>
        <Text id="unread-notes">{unread.length === 0 ? words.none : words.unread(unread.length)}</Text>
      </View>
      <View className="hr-card">
        {notesForHr.map(({ id, title, text, version, date }) => (
          <View key={id} id={`note-${id}`} className="hr-note-row">
            <View className="hr-note-title">
              {readIds.includes(id) ? null : <View className="hr-note-dot" />}
              <Text>{title}</Text>
            </View>
            <View className="hr-lesson-words">{text}</View>
            <View className="hr-quiet">{words.version(version, date)}</View>
          </View>
        ))}
      </View>
      {unread.length > 0 && (
        <View className="hr-news-act">
          <Action id="read-notes" kind="quiet" busy={reading.busy} onTap={() => void readAll()}>
            {words.allRead}
          </Action>
        </View>
      )}
      {reading.error && <CommandError error={reading.error} safe={hrWords.state.unreachable} />}
      {announcing && (
        <AnnounceSheet
          onClose={() => setAnnouncing(false)}
          onDone={() => {
            setAnnouncing(false);
            void notices.reload();
          }}
        />
      )}
    </View>
  );
}

const minuteMs = 60_000;

function SessionRow({ session, onDone }: { session: Session; onDone(): void }) {
  const [busy, setBusy] = useState(false);
  const { sessionId, title, startsAt, endsAt, link, person } = session;
  const now = serverTime.now();
  const length = Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / minuteMs);
  async function callOff() {
    setBusy(true);
    await retrying(() => call('notice.callOff', { params: { sessionId } }));
    setBusy(false);
    onDone();
  }
  return (
    <View id={sessionId} className="hr-note-row">
      <View className="hr-note-title">{title}</View>
      <View className="hr-quiet">
        {Date.parse(startsAt) <= now ? words.now : whenText(startsAt, now)} · {words.minutes(length)}
        {person !== null && ` · ${words.by(person)}`}
      </View>
      <View className="hr-session-link">{link}</View>
      <View className="hr-training-ways">
        <Action kind="quiet" onTap={() => void copyText(link, words.copied)}>
          {words.copyLink}
        </Action>
        <Action kind="quiet" busy={busy} onTap={() => void callOff()}>
          {words.callOff}
        </Action>
      </View>
    </View>
  );
}
