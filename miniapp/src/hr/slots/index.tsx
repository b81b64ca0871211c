import { Text, View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { serverTime } from '../../api/call.ts';
import { Action } from '../../components/action.tsx';
import { Page } from '../../components/page.tsx';
import { Skeleton } from '../../components/states.tsx';
import { isElsewhere, zoneText } from '../../state/wall-time.ts';
import { Failure, StaleBar } from '../components/states.tsx';
import { HelpEntry } from '../help/help-entry.tsx';
import { reviewUrl } from '../review/review-url.ts';
import { useWide } from '../use-wide.ts';
import { bookingWords, words as hrWords } from '../words.ts';
import { DayList } from './day-list.tsx';
import { dayText } from './day-text.ts';
import { OfferSheet } from './offer-sheet.tsx';
import { OfferedBar } from './offered-bar.tsx';
import { useOffer } from './use-offer.ts';
import { useSlotKeys } from './use-slot-keys.ts';
import { type Calendar, type Slots, useSlots } from './use-slots.ts';
import { addDays, companyNow, dayOf, daysFrom, freePlaces, isOver, mondayOf, placed } from './week.ts';
import { WeekGrid } from './week-grid.tsx';
import '../styles/page.scss';
import './index.scss';

const words = bookingWords.slots;
/** Days ahead that times are offered for. */
const daysAhead = 14;

function SlotsPage() {
  const { positionId = '' } = useRouter().params;
  const slots = useSlots(positionId);
  const { calendar, error, reload } = slots;
  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()));
  if (!calendar) {
    return (
      <Page wide className="hr-page">
        {error ? <Failure error={error} onRetry={() => void reload()} /> : <Skeleton />}
      </Page>
    );
  }
  return (
    <Page wide className="hr-page">
      {error && <StaleBar error={error} />}
      <View className="hr-slots">
        {calendar.booking ? (
          <Offering positionId={positionId} calendar={calendar} slots={slots} />
        ) : (
          <>
            <Heading calendar={calendar} />
            <View className="hr-card hr-slots-none" id="no-booking">
              <View className="hr-slots-none-title">{words.none.title}</View>
              <View>{words.none.text}</View>
              <View className="hr-quiet">{words.none.how}</View>
            </View>
          </>
        )}
      </View>
    </Page>
  );
}

const Heading = ({ calendar: { opening } }: { calendar: Calendar }) =>
  opening ? (
    <View className="hr-slots-title">{hrWords.workbench.opening(opening.department, opening.position)}</View>
  ) : null;

type OfferingProps = { positionId: string; calendar: Calendar; slots: Slots };

function Offering({ positionId, calendar, slots }: OfferingProps) {
  const wide = useWide();
  const [adding, setAdding] = useState(false);
  const [week, setWeek] = useState(0);
  const offer = useOffer(positionId, slots.reload);
  const now = serverTime.now();
  const wall = companyNow(calendar, now);
  const today = dayOf(wall);
  const all = placed(calendar.slots).filter(({ day }) => day >= today);
  const ahead = all.map(({ slot }) => slot).filter((slot) => !isOver(slot, now));
  const free = freePlaces(ahead);
  const monday = addDays(mondayOf(today), 7 * week);
  const weekDays = daysFrom(monday, 7);
  const add = () => {
    offer.forgetError();
    setAdding(true);
  };
  const turn = (weeks: number) => setWeek(Math.max(0, week + weeks));
  useSlotKeys(wide, add, turn);
  const known = daysFrom(today, daysAhead);
  const days = [...new Set([...known, ...all.map(({ day }) => day)])].sort();
  const shown = {
    all,
    today,
    now,
    slots,
    onAdd: add,
    onDossier: (applicationId: string) => void Taro.navigateTo({ url: reviewUrl(applicationId) }),
  };
  return (
    <>
      <View className="hr-slots-head">
        <View className="hr-slots-what">
          <Heading calendar={calendar} />
          <View className={free === 0 ? 'hr-slots-sum hr-warm' : 'hr-slots-sum'} id="slots-sum">
            {ahead.length === 0 ? words.empty : words.summary(ahead.length, free)}
          </View>
          {isElsewhere(new Date(now).toISOString(), wall) && (
            <View className="hr-slots-sum">{words.zone(zoneText(wall))}</View>
          )}
        </View>
        <HelpEntry page="slots" />
        <Action id="add-times" kind="primary" onTap={add}>
          {words.add}
        </Action>
      </View>
      {offer.offered && <OfferedBar offered={offer.offered} model={offer} />}
      {wide && (
        <View className="hr-slots-weeks">
          <Action id="week-before" disabled={week === 0} ariaLabel={words.week.previous} onTap={() => turn(-1)}>
            ‹
          </Action>
          <Text className="hr-slots-range" id="week-range">
            {words.week.range(dayText(monday), dayText(addDays(monday, 6)))}
          </Text>
          <Action id="week-after" ariaLabel={words.week.next} onTap={() => turn(1)}>
            ›
          </Action>
          {week > 0 && (
            <Action id="week-now" kind="quiet" onTap={() => setWeek(0)}>
              {words.week.current}
            </Action>
          )}
          <Text className="hr-slots-keys">{words.addKeys}</Text>
        </View>
      )}
      {wide ? <WeekGrid {...shown} days={weekDays} /> : <DayList {...shown} days={days} />}
      {adding && (
        <OfferSheet
          all={all}
          days={known}
          now={`${today} ${wall.clock}`}
          model={offer}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  );
}

export default SlotsPage;
