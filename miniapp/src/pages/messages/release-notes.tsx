import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { aria } from '#platform/aria.ts';
import { releaseNotes as english } from '#shared/copy/en/release-notes.ts';
import { releaseNotes as chinese } from '#shared/copy/zh/release-notes.ts';
import { call } from '../../api/call.ts';
import { retrying } from '../../api/retry.ts';
import { Action } from '../../components/action.tsx';
import { copy, language } from '../../copy.ts';
import './release-notes.scss';

const notes = (language === 'zh' ? chinese : english).filter(({ audience }) => audience !== 'hr');

/** What is new for candidates, below their messages; what has been read is folded away. */
export function ReleaseNotes() {
  const words = copy.booking.news;
  const [readIds, setReadIds] = useState<string[]>();
  useEffect(() => {
    // Nothing waits for it: without an answer, or before anybody has signed in, nothing new is shown.
    void call('notice.mine').then((answer) => answer.ok && setReadIds(answer.value.readIds));
  }, []);
  if (readIds === undefined) return null;
  const unread = notes.filter(({ id }) => !readIds.includes(id));
  if (unread.length === 0) return null;

  function readAll() {
    const noticeIds = unread.map(({ id }) => id);
    setReadIds([...(readIds ?? []), ...noticeIds]);
    void retrying(() => call('notice.readMine', { input: { noticeIds } }));
  }

  return (
    <View id="release-notes" className="news">
      <View className="news__head">
        <Text className="news__heading">{words.title}</Text>
        <Action id="read-news" kind="quiet" onTap={readAll}>
          {words.read}
        </Action>
      </View>
      <View {...aria({ role: 'list' })}>
        {unread.map(({ id, title, text, date }) => (
          <View key={id} id={`news-${id}`} className="news__note" {...aria({ role: 'listitem' })}>
            <Text className="news__title">{title}</Text>
            <Text className="news__text">{text}</Text>
            <Text className="news__date">{date}</Text>
          </View>
        ))}
      </View>
    </View>
  );
}
