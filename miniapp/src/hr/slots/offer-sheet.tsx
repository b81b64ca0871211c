import { Text, View } from '@tarojs/components';
import { type PropsWithChildren, useState } from 'react';
import { aria } from '#platform/aria.ts';
import { Sheet } from '../../components/sheet.tsx';
import { Tap } from '../../components/tap.tsx';
import { copy } from '../../copy.ts';
import { SheetActions } from '../components/sheet-actions.tsx';
import { CommandError } from '../components/states.tsx';
import { FactChoices } from '../requests/fact-choices.tsx';
import { bookingWords } from '../words.ts';
import { ClockField } from './clock-field.tsx';
import { dayText, weekdayText } from './day-text.ts';
import { clockOf, mostSlots, type Offer, type Preview, previewOf } from './offer.ts';
import { Stepper } from './stepper.tsx';
import type { OfferModel } from './use-offer.ts';
import { type Placed, weekdayOf } from './week.ts';

type Props = { all: Placed[]; days: string[]; now: string; model: OfferModel; onClose(): void };

const presets = {
  morning: { from: '09:00', to: '12:00' },
  afternoon: { from: '14:00', to: '18:00' },
  day: { from: '09:00', to: '18:00' },
} as const;
const presetNames = ['morning', 'afternoon', 'day'] as const;
const lengths: readonly number[] = [15, 20, 30, 45, 60];
const isWorkday = (day: string) => weekdayOf(day) % 6 !== 0;

/** Days, a span of each, how long and for how many; what it makes is said before the tap that makes it. */
export function OfferSheet({ all, days, now, model, onClose }: Props) {
  const words = bookingWords.slots.offer;
  const [chosen, setChosen] = useState<string[]>([]);
  const [clocks, setClocks] = useState<{ from: string; to: string }>(presets.morning);
  /** Typing does not come back into the boxes; a preset does. */
  const [filled, setFilled] = useState(0);
  const [minutes, setMinutes] = useState<number>(30);
  const [capacity, setCapacity] = useState(1);
  const offer: Offer = { days: [...chosen].sort(), ...clocks, minutes, capacity };
  const preview = previewOf(offer, all, now);

  const toggle = (day: string) =>
    setChosen(chosen.includes(day) ? chosen.filter((one) => one !== day) : [...chosen, day]);
  async function confirm() {
    const [from, to] = [clockOf(clocks.from), clockOf(clocks.to)];
    if (preview.wrong !== undefined || from === undefined || to === undefined) return;
    if (await model.offer(offer, { from, to }, preview)) onClose();
  }
  return (
    <Sheet open id="offer-sheet" title={words.title} onClose={onClose}>
      <View className="hr-offer-part">
        <Named name={words.days}>
          <Quick id="pick-workdays" text={words.workdays} onTap={() => setChosen(days.filter(isWorkday))} />
          <Quick id="pick-all" text={words.everyDay} onTap={() => setChosen(days)} />
          <Quick id="pick-none" text={words.clear} onTap={() => setChosen([])} />
        </Named>
        <View className="hr-offer-days" {...aria({ role: 'group', label: words.days })}>
          {days.map((day) => (
            <View
              key={day}
              id={`offer-day-${day}`}
              className={chosen.includes(day) ? 'hr-offer-day hr-offer-day-on' : 'hr-offer-day'}
              hoverClass="hr-link-pressed"
              {...aria({
                role: 'checkbox',
                checked: chosen.includes(day),
                label: `${dayText(day)} ${weekdayText(day)}`,
              })}
              onClick={() => toggle(day)}
            >
              <Text className="hr-offer-weekday">
                {day === now.slice(0, 10) ? copy.candidate.when.today : weekdayText(day)}
              </Text>
              <Text className="hr-offer-date">{Number(day.slice(8))}</Text>
            </View>
          ))}
        </View>
      </View>
      <View className="hr-offer-part">
        <Named name={words.between}>
          {presetNames.map((name) => (
            <Quick
              key={name}
              id={`preset-${name}`}
              text={words.presets[name]}
              onTap={() => {
                setClocks(presets[name]);
                setFilled(filled + 1);
              }}
            />
          ))}
        </Named>
        <View className="hr-offer-clocks">
          <ClockField
            key={`from ${filled}`}
            id="offer-from"
            label={words.from}
            text={clocks.from}
            onText={(from) => setClocks({ ...clocks, from })}
          />
          <Text className="hr-quiet">–</Text>
          <ClockField
            key={`to ${filled}`}
            id="offer-to"
            label={words.to}
            text={clocks.to}
            onText={(to) => setClocks({ ...clocks, to })}
          />
        </View>
      </View>
      <View className="hr-offer-part hr-offer-choices">
        <FactChoices
          id="minutes"
          label={words.minutes}
          chosen={minutes}
          onChoose={(value) => setMinutes(value)}
          options={lengths.map((value) => ({ value, name: String(value) }))}
        />
      </View>
      <View className="hr-offer-part hr-offer-capacity">
        <Text className="hr-quiet">{words.capacity}</Text>
        <Stepper
          id="offer-capacity"
          value={capacity}
          text={words.capacityOf(capacity)}
          labels={words}
          most={50}
          onChange={setCapacity}
        />
      </View>
      <View className="hr-offer-makes" id="offer-preview" {...aria({ role: 'status' })}>
        {sentencesOf(preview, minutes).map((sentence, i) => (
          <View key={sentence} className={i === 0 && preview.wrong === undefined ? 'hr-offer-main' : 'hr-quiet'}>
            {sentence}
          </View>
        ))}
      </View>
      {model.error && <CommandError error={model.error} safe={words.failedSafe} />}
      <SheetActions
        id="confirm-offer"
        cancel={words.cancel}
        confirm={model.busy ? words.sending : preview.wrong ? words.confirmNone : words.confirm(preview.made)}
        busy={model.busy}
        disabled={preview.wrong !== undefined}
        onCancel={onClose}
        onConfirm={() => void confirm()}
      />
    </Sheet>
  );
}

const Named = ({ name, children }: PropsWithChildren<{ name: string }>) => (
  <View className="hr-heading-row">
    <Text className="hr-quiet">{name}</Text>
    <View className="hr-offer-quick">{children}</View>
  </View>
);

const Quick = ({ id, text, onTap }: { id: string; text: string; onTap(): void }) => (
  <Tap id={id} className="hr-link" pressed="hr-link-pressed" onTap={onTap}>
    {text}
  </Tap>
);

function sentencesOf(preview: Preview, minutes: number): string[] {
  const words = bookingWords.slots.offer;
  if (preview.wrong !== undefined) {
    const text = words.wrong[preview.wrong];
    return [typeof text === 'string' ? text : text(preview.wrong === 'short' ? minutes : mostSlots)];
  }
  const { starts, made, places, there, reopened, over } = preview;
  const said = (start = '') => `${dayText(start.slice(0, 10))} ${start.slice(11)}`;
  return [
    words.makes(made, places),
    words.range(said(starts[0]), said(starts.at(-1))),
    there > 0 ? words.there(there) : '',
    reopened.length > 0 ? words.reopens(reopened.length) : '',
    over > 0 ? words.over(over) : '',
  ].filter(Boolean);
}
