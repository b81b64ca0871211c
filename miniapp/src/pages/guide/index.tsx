import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { aria } from '#platform/aria.ts';
import { Action } from '../../components/action.tsx';
import { Page } from '../../components/page.tsx';
import { copy } from '../../copy.ts';
import { deviceStorage } from '../../state/device-storage.ts';
import { go } from '../../state/go.ts';
import { guideSeenKey } from '../../state/guide-seen.ts';
import { usePageTitle } from '../../state/use-page-title.ts';
import { Drawing } from './drawing.tsx';
import { steps } from './steps.ts';
import './index.scss';

/** Six pictures, about a minute. With `?id=` it leads on into that interview, else back. */
function GuidePage() {
  const { id } = useRouter().params;
  const words = copy.candidate.guide;
  usePageTitle(copy.candidate.titles.guide);
  const [index, setIndex] = useState(0);
  const name = steps[index] ?? 'chat';
  const step = words.steps[name];
  const last = index === steps.length - 1;

  function leave() {
    deviceStorage.set(guideSeenKey, true);
    if (id === undefined) go.back();
    else go.instead.interview(id);
  }

  function practise() {
    deviceStorage.set(guideSeenKey, true);
    if (id === undefined) go.practice();
    else go.instead.practice(id);
  }

  return (
    <Page className="guide">
      <View className="guide__top">
        <Text className="guide__count">{words.step(index + 1, steps.length)}</Text>
        <Action id="skip-guide" kind="quiet" onTap={leave}>
          {words.skip}
        </Action>
      </View>
      <Drawing name={name} />
      <View className="guide__words" {...aria({ role: 'status' })}>
        <Text className="guide__title" {...aria({ role: 'heading' })}>
          {step.title}
        </Text>
        <Text className="guide__text">{step.text}</Text>
        {name === 'end' ? <Text className="guide__text">{words.steps.end.extra}</Text> : null}
        {name === 'help' ? (
          <Text className="guide__text">
            {words.contact}
            {copy.candidate.common.colon}
            {words.contactText}
          </Text>
        ) : null}
      </View>
      <View className="guide__foot">
        <View className="guide__dots">
          {steps.map((one, at) => (
            <View key={one} className={`guide__dot ${at === index ? 'guide__dot--on' : ''}`} />
          ))}
        </View>
        <Action id="next-guide" kind="primary" block onTap={() => (last ? leave() : setIndex(index + 1))}>
          {last ? (id === undefined ? words.done : words.toInterview) : words.next}
        </Action>
        {last ? (
          <Action id="guide-practice" kind="quiet" block onTap={practise}>
            {words.practice}
          </Action>
        ) : index === 0 ? (
          <View className="guide__under" />
        ) : (
          <Action id="back-guide" kind="quiet" block onTap={() => setIndex(index - 1)}>
            {copy.candidate.guide.previous}
          </Action>
        )}
      </View>
    </Page>
  );
}

export default GuidePage;
