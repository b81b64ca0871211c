import { Text } from '@tarojs/components';
import { Action } from '../../components/action.tsx';
import { Card } from '../../components/card.tsx';
import { callPhone } from '../../components/contact-sheet.tsx';
import { copy } from '../../copy.ts';
import type { InterviewView } from '../../state/room.ts';

/** A person: name, telephone, hours, and how soon they answer. */
export function WhomToAsk({ contact }: Pick<InterviewView, 'contact'>) {
  const words = copy.booking.prepare;
  return (
    <Card className="booking__card">
      <Text className="booking__title">{words.contact}</Text>
      <Text className="booking__text">
        {contact.name} {contact.phone}
      </Text>
      <Text className="booking__text">{words.hours(contact.hours)}</Text>
      {contact.responseMinutes === null ? null : (
        <Text className="booking__text">{words.within(contact.responseMinutes)}</Text>
      )}
      <Action id="call" block onTap={() => void callPhone(contact.phone)}>
        {words.call}
      </Action>
    </Card>
  );
}
