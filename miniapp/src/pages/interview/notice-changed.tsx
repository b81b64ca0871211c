import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { aria } from '#platform/aria.ts';
import { call } from '../../api/call.ts';
import { Action } from '../../components/action.tsx';
import { copy, language } from '../../copy.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { NoticeText } from '../rights/notice-text.tsx';

const words = copy.privacy.notice;
/** As a notice is named with a consent; another word was agreed to where none could be read. */
const named = /^[a-z-]+\.\d+$/;

/** Who comes back to an interview is told that the notice changed since they agreed. Nothing waits for it. */
export function NoticeChanged({ interviewId }: { interviewId: string }) {
  const [open, setOpen] = useState(false);
  const newest = useLoaded(() => call('privacy.notice', { query: { language } }));
  const mine = useLoaded(() => call('privacy.mine'));
  if (newest.phase !== 'ready' || mine.phase !== 'ready') return null;
  const agreed = mine.value.consents.find((one) => one.interviewId === interviewId && named.test(one.version));
  if (agreed === undefined || agreed.version === newest.value.name) return null;
  return (
    <View id="notice-changed" className="resume" {...aria({ role: 'status' })}>
      <Text className="resume__hint">{words.changed}</Text>
      <Action id="notice-changed-read" kind="quiet" block onTap={() => setOpen(!open)}>
        {open ? words.hide : words.show}
      </Action>
      {open && <NoticeText notice={newest.value} />}
    </View>
  );
}
