import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { Action } from '../../components/action.tsx';
import { Tap } from '../../components/tap.tsx';
import { trainingWords as words } from '../words.ts';

/** 候选人中途退出怎么办? 状态未同步如何解决? */
export function Faqs({ open }: { open: boolean }) {
  const [shown, setShown] = useState(open ? words.faqs.map(({ id }) => id) : []);
  const turn = (id: string) =>
    setShown((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id]));
  return (
    <View id="faqs">
      <View className="hr-heading">{words.faqTitle}</View>
      <View className="hr-card">
        {words.faqs.map(({ id, question, answers }) => (
          <View key={id} className="hr-faq">
            <Tap id={`faq-${id}`} className="hr-faq-question" pressed="hr-link-pressed" onTap={() => turn(id)}>
              <Text>{question}</Text>
              <Text className="hr-faq-sign">{shown.includes(id) ? '−' : '+'}</Text>
            </Tap>
            {shown.includes(id) && (
              <View className="hr-faq-answers">
                {answers.map((answer, index) => (
                  <View key={answer} className="hr-faq-answer">
                    <Text className="hr-faq-number">{index + 1}</Text>
                    <Text>{answer}</Text>
                  </View>
                ))}
                {id === 'sync' && (
                  <Action id="go-status" kind="quiet" onTap={() => void Taro.navigateTo({ url: '/hr/status/index' })}>
                    {words.goStatus}
                  </Action>
                )}
              </View>
            )}
          </View>
        ))}
      </View>
    </View>
  );
}
