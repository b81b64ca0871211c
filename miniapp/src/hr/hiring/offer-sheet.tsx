import { View } from '@tarojs/components';
import { useState } from 'react';
import { Sheet } from '../../components/sheet.tsx';
import { Fact } from '../components/fact.tsx';
import { LongField } from '../components/field.tsx';
import { SheetActions } from '../components/sheet-actions.tsx';
import { CommandError } from '../components/states.tsx';
import type { Dossier } from '../review/dossier.ts';
import { ClockField } from '../slots/clock-field.tsx';
import { clockOf } from '../slots/offer.ts';
import { hiringWords } from '../words.ts';
import { DayChoices } from './day-choices.tsx';
import type { HiringModel } from './use-hiring.ts';

type Props = { hiring: Dossier['hiring']; model: HiringModel['offering']; onClose(): void };

/** Until when it is to be answered, and its terms. */
export function OfferSheet({ hiring, model, onClose }: Props) {
  const words = hiringWords.offer;
  const { proposed, offer } = hiring;
  const [day, setDay] = useState(proposed.offer.date);
  const [clock, setClock] = useState(proposed.offer.time);
  const [text, setText] = useState(offer?.words ?? '');
  const time = clockOf(clock);

  async function confirm() {
    if (time !== undefined && (await model.run({ date: day, time, words: text.trim() }))) onClose();
  }
  return (
    <Sheet open id="hr-offer-sheet" title={words.title} onClose={onClose}>
      <Fact label={words.words}>
        <LongField id="hr-offer-words" label={words.words} placeholder={words.wordsHint} text={text} onText={setText} />
      </Fact>
      <DayChoices id="hr-offer-day" label={words.day} today={proposed.today} chosen={day} onChoose={setDay} />
      <Fact label={words.time}>
        <ClockField id="hr-offer-time" label={words.time} text={clock} onText={setClock} />
        <View className={time === undefined ? 'hr-hiring-late' : 'hr-quiet'}>
          {time === undefined ? hiringWords.arrange.wrongTime : words.tells}
        </View>
      </Fact>
      {model.error && <CommandError error={model.error} safe={hiringWords.arrange.failedSafe} />}
      <SheetActions
        id="confirm-offer"
        cancel={hiringWords.arrange.cancel}
        confirm={model.busy ? hiringWords.arrange.sending : words.confirm}
        busy={model.busy}
        disabled={time === undefined}
        onCancel={onClose}
        onConfirm={() => void confirm()}
      />
    </Sheet>
  );
}
