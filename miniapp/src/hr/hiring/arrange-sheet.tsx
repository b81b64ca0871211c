import { View } from '@tarojs/components';
import { useState } from 'react';
import { Sheet } from '../../components/sheet.tsx';
import { Fact, LineFact } from '../components/fact.tsx';
import { SheetActions } from '../components/sheet-actions.tsx';
import { CommandError } from '../components/states.tsx';
import { FactChoices } from '../requests/fact-choices.tsx';
import type { Dossier } from '../review/dossier.ts';
import { ClockField } from '../slots/clock-field.tsx';
import { dayText, weekdayText } from '../slots/day-text.ts';
import { clockOf } from '../slots/offer.ts';
import { hiringWords } from '../words.ts';
import { DayChoices } from './day-choices.tsx';
import type { HiringModel } from './use-hiring.ts';

type Props = { hiring: Dossier['hiring']; model: HiringModel['arranging']; onClose(): void };

const lengths: readonly number[] = [30, 45, 60, 90, 120];
const rounds = ['second', 'final', 'written_test'] as const;

/** When, how long, where and with what; the candidate is told by the tap that ends it. */
export function ArrangeSheet({ hiring, model, onClose }: Props) {
  const words = hiringWords.arrange;
  const { proposed, meeting } = hiring;
  const [day, setDay] = useState(proposed.meeting.date);
  const [clock, setClock] = useState(proposed.meeting.time);
  const [minutes, setMinutes] = useState<number>(proposed.meeting.minutes);
  const [round, setRound] = useState<(typeof rounds)[number]>(meeting?.round ?? 'second');
  const [place, setPlace] = useState(meeting?.place ?? '');
  const [material, setMaterial] = useState(meeting?.material ?? '');
  const [tried, setTried] = useState(false);
  const time = clockOf(clock);
  const wrong = time === undefined ? words.wrongTime : place.trim() === '' ? words.noPlace : undefined;

  async function confirm() {
    setTried(true);
    if (wrong !== undefined || time === undefined) return;
    if (await model.run({ round, date: day, time, minutes, place: place.trim(), material: material.trim() })) onClose();
  }
  return (
    <Sheet open id="arrange-sheet" title={words.title} onClose={onClose}>
      <DayChoices id="arrange-day" label={words.day} today={proposed.today} chosen={day} onChoose={setDay} />
      <Fact label={words.time}>
        <ClockField id="arrange-time" label={words.time} text={clock} onText={setClock} />
      </Fact>
      <LineFact
        id="arrange-place"
        label={words.place}
        placeholder={words.placeHint}
        text={place}
        longest={200}
        onText={setPlace}
      />
      <LineFact
        id="arrange-material"
        label={words.material}
        placeholder={words.materialHint}
        text={material}
        longest={200}
        onText={setMaterial}
      />
      <FactChoices
        id="arrange-minutes"
        label={words.minutes}
        chosen={minutes}
        onChoose={(value) => setMinutes(value)}
        options={lengths.map((value) => ({ value, name: String(value) }))}
      />
      <FactChoices
        id="arrange-round"
        label={words.round}
        chosen={round}
        onChoose={(value) => setRound(value)}
        options={rounds.map((value) => ({ value, name: hiringWords.round[value] }))}
      />
      <View className="hr-fact">
        {time !== undefined && (
          <View className="hr-hiring-strong" id="arrange-summary">
            {words.summary(dayText(day), weekdayText(day), time)}
          </View>
        )}
        <View className={tried && wrong !== undefined ? 'hr-hiring-late' : 'hr-quiet'} id="arrange-says">
          {tried && wrong !== undefined ? wrong : words.tells}
        </View>
      </View>
      {model.error && <CommandError error={model.error} safe={words.failedSafe} />}
      <SheetActions
        id="confirm-arrange"
        cancel={words.cancel}
        confirm={model.busy ? words.sending : words.confirm}
        busy={model.busy}
        onCancel={onClose}
        onConfirm={() => void confirm()}
      />
    </Sheet>
  );
}
