import { Input, Picker, View } from '@tarojs/components';
import { useState } from 'react';
import { aria } from '#platform/aria.ts';
import { call, serverTime } from '../../api/call.ts';
import { Sheet } from '../../components/sheet.tsx';
import { Choices } from '../components/choices.tsx';
import { SheetActions } from '../components/sheet-actions.tsx';
import { CommandError } from '../components/states.tsx';
import { useCommand } from '../use-command.ts';
import { trainingWords } from '../words.ts';
import '../components/field.scss';

const words = trainingWords.news;
const lengths = [30, 45, 60, 90].map((value) => ({ value, name: words.form.minutesOf(value) }));
const two = (value: number) => String(value).padStart(2, '0');
const dayMs = 86_400_000;

/** Tomorrow at ten, by the device's own calendar. */
function usualTime(now: number) {
  const at = new Date(now + dayMs);
  return { date: `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`, time: '10:00' };
}

type Props = { onClose(): void; onDone(): void };
type Entered = { title: string; date: string; time: string; minutes: number; link: string };

/** Topic, time and link of a live training. */
export function AnnounceSheet({ onClose, onDone }: Props) {
  const [entered, setEntered] = useState<Entered>(() => ({
    title: '',
    ...usualTime(serverTime.now()),
    minutes: 60,
    link: '',
  }));
  const [wrong, setWrong] = useState(false);
  const set = (part: Partial<Entered>) => setEntered((before) => ({ ...before, ...part }));
  const command = useCommand((intention, operationId) =>
    call('notice.announce', { input: { operationId, ...(JSON.parse(intention) as Wanted) } }),
  );

  async function announce() {
    const wanted = wantedOf(entered, serverTime.now());
    setWrong(wanted === undefined);
    if (wanted === undefined) return;
    const answer = await command.run(JSON.stringify(wanted));
    if (answer.ok) onDone();
  }

  const field = (id: 'title' | 'link', hint: string) => (
    <>
      <View className="hr-form-label">{words.form[id]}</View>
      <View className="hr-field hr-form-field">
        <Input
          id={`announce-${id}`}
          className="hr-field-input hr-form-input"
          defaultValue={entered[id]}
          placeholder={hint}
          placeholderClass="hr-field-placeholder"
          maxlength={id === 'title' ? 60 : 500}
          cursorSpacing={24}
          nativeProps={{ 'aria-label': words.form[id] }}
          onInput={(event) => set({ [id]: String(event.detail.value) })}
        />
      </View>
    </>
  );

  return (
    <Sheet id="announce-sheet" open title={words.announce} onClose={onClose}>
      {field('title', words.form.titleHint)}
      <View className="hr-form-two">
        <View>
          <View className="hr-form-label">{words.form.date}</View>
          <Picker mode="date" value={entered.date} onChange={(event) => set({ date: event.detail.value })}>
            <View id="announce-date" className="hr-form-pick" {...aria({ role: 'button' })}>
              {entered.date}
            </View>
          </Picker>
        </View>
        <View>
          <View className="hr-form-label">{words.form.time}</View>
          <Picker mode="time" value={entered.time} onChange={(event) => set({ time: event.detail.value })}>
            <View id="announce-time" className="hr-form-pick" {...aria({ role: 'button' })}>
              {entered.time}
            </View>
          </Picker>
        </View>
      </View>
      <View className="hr-form-label">{words.form.minutes}</View>
      <Choices
        id="announce-minutes"
        label={words.form.minutes}
        options={lengths}
        chosen={entered.minutes}
        onChoose={(minutes) => set({ minutes })}
      />
      {field('link', words.form.linkHint)}
      {wrong && (
        <View className="hr-wrong" {...aria({ role: 'alert' })}>
          {words.form.wrong}
        </View>
      )}
      {command.error && <CommandError error={command.error} safe={words.form.safe} />}
      <SheetActions
        id="announce-confirm"
        cancel={words.form.cancel}
        confirm={command.busy ? words.form.busy : words.form.confirm}
        busy={command.busy}
        onCancel={onClose}
        onConfirm={() => void announce()}
      />
    </Sheet>
  );
}

type Wanted = { title: string; startsAt: string; minutes: number; link: string };

/** As the server takes it; undefined for what it would refuse. */
function wantedOf({ title, date, time, minutes, link }: Entered, now: number): Wanted | undefined {
  const at = new Date(`${date}T${time}:00`);
  if (Number.isNaN(at.getTime()) || at.getTime() + minutes * 60_000 <= now) return undefined;
  const [topic, address] = [title.trim(), link.trim()];
  if ([...topic].length < 2 || !/^https:\/\/[^\s/]+\S*$/.test(address)) return undefined;
  return { title: topic, startsAt: at.toISOString(), minutes, link: address };
}
