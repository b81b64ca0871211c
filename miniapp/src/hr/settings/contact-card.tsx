import { View } from '@tarojs/components';
import { LineField } from '../components/line-field.tsx';
import { settingsWords } from '../words.ts';
import { type Contact, isNobody, numberIn } from './draft.ts';
import type { SettingsModel } from './use-settings.ts';

const fields = ['name', 'phone', 'hours'] as const;
const longest = { name: 40, phone: 30, hours: 60 };
const minutes = { least: 1, most: 1440 };

/** Whom a candidate in trouble reaches. */
export function ContactCard({ contact, model }: { contact: Contact; model: SettingsModel }) {
  const words = settingsWords.contact;
  const wrong = model.editing?.draft.wrong['response'];
  return (
    <View className="hr-setting" id="setting-contact">
      <View className="hr-setting-name">{words.title}</View>
      <View className="hr-set-hint">{words.where}</View>
      <View className="hr-set-contact">
        {fields.map((field) => (
          <View key={field}>
            <View className="hr-set-stage">{words[field]}</View>
            <LineField
              id={`contact-${field}`}
              label={words[field]}
              placeholder={field === 'hours' ? words.hoursHint : ''}
              text={contact[field]}
              longest={longest[field]}
              onText={(text) => model.setContact({ ...contact, [field]: text.trim() })}
            />
          </View>
        ))}
        <View>
          <View className="hr-set-stage">{words.response}</View>
          <LineField
            id="contact-response"
            label={words.response}
            text={contact.responseMinutes === undefined ? '' : String(contact.responseMinutes)}
            longest={4}
            numeric
            onText={(text) => {
              const number = numberIn(text, minutes);
              const { responseMinutes: _, ...others } = contact;
              if (text.trim() === '') model.answerWithin(others, undefined);
              else if (number !== undefined) model.answerWithin({ ...others, responseMinutes: number }, undefined);
              else model.answerWithin(contact, settingsWords.bounds(minutes.least, minutes.most));
            }}
          />
          {wrong !== undefined && <View className="hr-set-wrong">{wrong}</View>}
        </View>
      </View>
      {isNobody(contact) && (
        <View className="hr-set-wrong" id="wrong-contact">
          {words.empty}
        </View>
      )}
    </View>
  );
}
