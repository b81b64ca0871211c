import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { call, serverTime } from '../../api/call.ts';
import { newOperationId } from '../../api/operation-id.ts';
import { Action } from '../../components/action.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { Choices } from '../components/choices.tsx';
import { SheetActions } from '../components/sheet-actions.tsx';
import { CommandError } from '../components/states.tsx';
import { DayChoices } from '../hiring/day-choices.tsx';
import { daysFrom } from '../hiring/days.ts';
import { dayText } from '../slots/day-text.ts';
import { organisationWords } from '../words.ts';
import { PeopleChoices, type Person } from './people-choices.tsx';
import { openingsOf } from './tree.ts';
import { type Organisation, useChange } from './use-organisation.ts';

const two = (n: number) => String(n).padStart(2, '0');
/** The day that this device's calendar shows. */
const today = (): string => {
  const now = new Date(serverTime.now());
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};
/** Days to tap on, and how long somebody may be away beyond them. */
const days = 8;
const longer = [14, 30, 90];
const dayAfter = (day: string, count: number): string => daysFrom(day, count + 1)[count] ?? day;

/** Who is away until when; the openings' deputies hear what their owner would have heard. */
export function AbsenceSheet({ organisation, onClose }: { organisation: Organisation; onClose(): void }) {
  const words = organisationWords.absence;
  const { people, view, saying } = organisation;
  const here = people.filter(({ gone }) => !gone);
  const away = here.filter(({ awayUntil }) => awayUntil !== null);
  const [userId, setUserId] = useState<string>();
  const [until, setUntil] = useState(today());
  const person = here.find((one) => one.userId === userId);
  const changing = useChange(organisation, (intention, operationId) => {
    const wanted = JSON.parse(intention) as { userId: string; awayUntil: string | null };
    return call('organisation.absence', { input: { operationId, ...wanted } });
  });
  const openings = [...(view?.departments.flatMap(openingsOf) ?? []), ...(view?.unplaced ?? [])];
  const alone = openings.filter((one) => one.owner.userId === userId && one.closedAt === null && one.deputy === null);

  async function set({ userId: id, name, awayUntil: before }: Person, awayUntil: string | null) {
    const answer = await changing.run(JSON.stringify({ userId: id, awayUntil }));
    if (!answer.ok) return;
    saying.say(awayUntil === null ? words.ended(name) : words.set(name, dayText(awayUntil)), async () => {
      const input = { operationId: newOperationId(), userId: id, awayUntil: before };
      const back = await call('organisation.absence', { input });
      await organisation.reload();
      return back.ok ? undefined : back.error;
    });
    onClose();
  }
  return (
    <Sheet open id="absence-sheet" title={words.title} onClose={onClose}>
      <View className="hr-quiet">{words.text}</View>
      {away.length > 0 && <View className="hr-heading">{words.now}</View>}
      {away.map((one) => (
        <View key={one.userId} className="hr-org-away">
          <Text>
            {one.name} · {words.untilDay(dayText(one.awayUntil ?? ''))}
          </Text>
          <Action id={`back-${one.userId}`} kind="quiet" onTap={() => void set(one, null)}>
            {words.end}
          </Action>
        </View>
      ))}
      <View className="hr-fact">
        <PeopleChoices
          id="away"
          label={words.who}
          people={here}
          chosen={userId === undefined ? [] : [userId]}
          onChange={([next]) => setUserId(next)}
        />
      </View>
      {person !== undefined && (
        <>
          <DayChoices id="until" label={words.until} today={today()} count={days} chosen={until} onChoose={setUntil} />
          <Choices<string>
            id="until-days"
            label={words.until}
            options={longer.map((count) => ({
              value: dayAfter(today(), count),
              name: words.longer(count, dayText(dayAfter(today(), count))),
            }))}
            chosen={until}
            onChoose={setUntil}
          />
        </>
      )}
      {alone.length > 0 && (
        <View className="hr-org-note" id="no-deputy">
          {words.noDeputy(alone.length)}
        </View>
      )}
      {changing.error && <CommandError error={changing.error} safe={words.safe} />}
      <SheetActions
        id="confirm-absence"
        cancel={words.back}
        confirm={changing.busy ? words.busy : words.confirm}
        busy={changing.busy}
        disabled={person === undefined}
        onCancel={onClose}
        onConfirm={() => person && void set(person, until)}
      />
    </Sheet>
  );
}
