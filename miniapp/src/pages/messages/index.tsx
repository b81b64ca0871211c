import { Text, View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useRef, useState } from 'react';
import { aria } from '#platform/aria.ts';
import type { Output } from '#shared/contract/operations.ts';
import { ok } from '#shared/result.ts';
import { call } from '../../api/call.ts';
import { type CallError, isRefused } from '../../api/call-error.ts';
import { retrying } from '../../api/retry.ts';
import { Action } from '../../components/action.tsx';
import { Page } from '../../components/page.tsx';
import { Empty, Loaded, Skeleton } from '../../components/states.tsx';
import { copy } from '../../copy.ts';
import { go } from '../../state/go.ts';
import { sentenceOf } from '../../state/sentence.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { useOnChange } from '../../state/use-on-change.ts';
import { useOnline } from '../../state/use-online.ts';
import { usePageTitle } from '../../state/use-page-title.ts';
import { MessageRow } from './message-row.tsx';
import { ReleaseNotes } from './release-notes.tsx';
import './index.scss';

type Listed = Output<'message.list'>;
const nothing: Listed = { messages: [], unread: 0, cursor: null };

/** 消息中心: everything that was sent, with what was read. */
function MessagesPage() {
  usePageTitle(copy.booking.titles.messages);
  const online = useOnline();
  const page = useLoaded(async () => {
    const listed = await retrying(() => call('message.list'), { tries: 2 });
    // Nobody has signed in on this device yet: there is nothing to show, and that is no fault.
    return !listed.ok && isRefused(listed.error, 'unauthenticated', 'login_failed') ? ok(nothing) : listed;
  });
  useOnChange(online, () => {
    if (online) page.reload();
  });
  const first = useRef(true);
  useDidShow(() => {
    if (!first.current) page.reload();
    first.current = false;
  });
  return (
    <Page className="messages">
      <Loaded of={page} skeleton={<Skeleton cards={4} lines={2} />}>
        {(listed) => <Messages listed={listed} onChanged={page.reload} />}
      </Loaded>
      <ReleaseNotes />
    </Page>
  );
}

function Messages({ listed, onChanged }: { listed: Listed; onChanged: () => void }) {
  const words = copy.booking.messages;
  const [earlier, setEarlier] = useState<{ messages: Listed['messages']; cursor: string | null }>();
  const [busy, setBusy] = useState<'more' | 'read'>();
  const [error, setError] = useState<CallError>();
  const known = new Set(listed.messages.map(({ messageId }) => messageId));
  const all = [...listed.messages, ...(earlier?.messages ?? []).filter(({ messageId }) => !known.has(messageId))];
  const cursor = earlier === undefined ? listed.cursor : earlier.cursor;

  async function more() {
    if (cursor === null) return;
    setBusy('more');
    const got = await retrying(() => call('message.list', { query: { cursor } }));
    setBusy(undefined);
    setError(got.ok ? undefined : got.error);
    if (got.ok)
      setEarlier({ messages: [...(earlier?.messages ?? []), ...got.value.messages], cursor: got.value.cursor });
  }

  async function readAll() {
    setBusy('read');
    const done = await retrying(() => call('message.read', { input: { messageIds: null } }));
    setBusy(undefined);
    setError(done.ok ? undefined : done.error);
    setEarlier(undefined);
    onChanged();
  }

  if (all.length === 0)
    return (
      <Empty
        id="messages-empty"
        title={words.empty}
        text={words.emptyText}
        action={copy.candidate.common.home}
        onAction={go.home}
      />
    );
  return (
    <View className="messages__body">
      <View className="messages__head">
        <Text id="unread" className="messages__unread">
          {words.text(listed.unread)}
        </Text>
        {listed.unread === 0 ? null : (
          <Action id="read-all" kind="quiet" busy={busy === 'read'} onTap={() => void readAll()}>
            {words.allRead}
          </Action>
        )}
      </View>
      {error === undefined ? null : (
        <Text className="messages__trouble" {...aria({ role: 'alert' })}>
          {sentenceOf(error)}
        </Text>
      )}
      <View className="messages__list" {...aria({ role: 'list' })}>
        {all.map((message) => (
          <MessageRow key={message.messageId} message={message} />
        ))}
      </View>
      {cursor === null ? null : (
        <Action id="earlier" block busy={busy === 'more'} onTap={() => void more()}>
          {words.more}
        </Action>
      )}
    </View>
  );
}

export default MessagesPage;
