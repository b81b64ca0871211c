import { ScrollView, Text, View } from '@tarojs/components';
import Taro, { useDidHide, useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { aria } from '#platform/aria.ts';
import { Action } from '../../components/action.tsx';
import { Page } from '../../components/page.tsx';
import { copy } from '../../copy.ts';
import { go } from '../../state/go.ts';
import { usePageTitle } from '../../state/use-page-title.ts';
import { PracticeComposer } from './practice-composer.tsx';
import { TriedBubble } from './tried-bubble.tsx';
import { usePractice } from './use-practice.ts';
import '../interview/index.scss';
import './index.scss';

/** One question to try the ways of answering on: not scored, not kept. With `?id=` it leads on into that interview. */
function PracticePage() {
  const { id } = useRouter().params;
  const words = copy.practice;
  usePageTitle(copy.candidate.titles.practice);
  const practice = usePractice();
  const tried = practice.tried();
  const last = tried.at(-1);
  const [place, setPlace] = useState('');
  useDidHide(practice.close);
  // What was just said, and what the interviewer says to it, come into view.
  useEffect(() => {
    if (tried.length === 0) return;
    setPlace('');
    Taro.nextTick(() => setPlace('practice-end'));
  }, [tried.length]);
  return (
    <Page className="practice">
      <View className="practice__top">
        <Text id="practice-note" className="practice__note">
          {words.intro}
        </Text>
        <Action
          id="end-practice"
          kind={tried.length > 0 ? 'primary' : 'plain'}
          onTap={() => (id === undefined ? go.back() : go.instead.interview(id))}
        >
          {id === undefined ? words.back : words.toInterview}
        </Action>
      </View>
      <ScrollView className="practice__scroll" scrollY scrollIntoView={place}>
        <View className="practice__chat" {...aria({ role: 'log' })}>
          <View className="chat-bubble chat-bubble--theirs">
            <Text>{words.hello}</Text>
          </View>
          <View className="chat-question">
            <View className="chat-question__head">
              <Text className="chat-question__kind">{words.kind}</Text>
            </View>
            <View className="chat-bubble chat-bubble--theirs">
              <Text>{words.question}</Text>
            </View>
            {tried.map((one, at) => (
              <TriedBubble key={typeof one === 'string' ? `${at}${one}` : one.clipId} one={one} practice={practice} />
            ))}
            {last === undefined ? null : (
              <View className="chat-bubble chat-bubble--theirs practice__said">
                <Text>{typeof last === 'string' ? words.tried.text : words.tried.voice}</Text>
              </View>
            )}
          </View>
          <View id="practice-end" className="practice__end" />
        </View>
      </ScrollView>
      <PracticeComposer practice={practice} />
    </Page>
  );
}

export default PracticePage;
