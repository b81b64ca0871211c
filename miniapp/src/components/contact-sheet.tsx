import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { copy } from '../copy.ts';
import { Action } from './action.tsx';
import { Sheet } from './sheet.tsx';
import './contact-sheet.scss';

export type Contact = { name: string; phone: string; hours: string };

/** A person to turn to: name, telephone, hours. */
export function ContactSheet({
  open,
  contact,
  onClose,
}: {
  open: boolean;
  contact: Contact | undefined;
  onClose: () => void;
}) {
  const words = copy.candidate.contact;
  return (
    <Sheet id="contact-sheet" open={open && contact !== undefined} title={words.title} onClose={onClose}>
      <View className="contact">
        <Text className="contact__name">{contact?.name}</Text>
        <Text className="contact__line">
          {words.phone} {contact?.phone}
        </Text>
        <Text className="contact__line">
          {words.hours} {contact?.hours}
        </Text>
        <Action kind="primary" block onTap={() => contact && void callPhone(contact.phone)}>
          {copy.candidate.common.call}
        </Action>
        <Action kind="quiet" block onTap={onClose}>
          {copy.candidate.common.close}
        </Action>
      </View>
    </Sheet>
  );
}

export async function callPhone(phoneNumber: string) {
  try {
    await Taro.makePhoneCall({ phoneNumber });
  } catch {
    // Cancelled, or a device that cannot call: the number stays on the screen.
  }
}
