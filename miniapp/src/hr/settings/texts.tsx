import { View } from '@tarojs/components';
import { isPlainSentence, ownTextKinds, ownTextRoom } from '#shared/messaging/own-text.ts';
import { LongField } from '../components/field.tsx';
import { settingsWords as words } from '../words.ts';
import type { ControlProps } from './control.tsx';

/** A sentence of the company's own beside what a message says. */
export function Texts({ values, model }: Omit<ControlProps, 'name'>) {
  const wrong = model.editing?.draft.wrong ?? {};
  return (
    <View>
      {ownTextKinds.map((kind) => {
        const { [kind]: said = '', ...others } = values.texts;
        return (
          <View key={kind} className="hr-set-text">
            <View className="hr-set-stage">{words.texts[kind]}</View>
            <LongField
              id={`text-${kind}`}
              label={words.texts[kind]}
              placeholder={words.textHint}
              text={said}
              onText={(typed) => {
                const text = typed.trim();
                const fits = text === '' || (isPlainSentence(text) && text.length <= ownTextRoom.most);
                const texts = text === '' ? others : { ...others, [kind]: text };
                model.box(`text-${kind}`, fits ? undefined : words.textWrong, fits ? { texts } : {});
              }}
            />
            {wrong[`text-${kind}`] !== undefined && <View className="hr-set-wrong">{wrong[`text-${kind}`]}</View>}
          </View>
        );
      })}
      <View className="hr-quiet">{words.textRoom(ownTextRoom.most, ownTextRoom.wechat)}</View>
    </View>
  );
}
