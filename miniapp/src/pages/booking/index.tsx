import { Text, View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { aria } from '#platform/aria.ts';
import { StatusChip } from '../../components/card.tsx';
import { Opened } from '../../components/opened.tsx';
import { Page } from '../../components/page.tsx';
import { Skeleton } from '../../components/states.tsx';
import { copy } from '../../copy.ts';
import { standingOf } from '../../state/appointed.ts';
import { go } from '../../state/go.ts';
import { openInterview } from '../../state/open-interview.ts';
import type { InterviewView } from '../../state/room.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { usePageTitle } from '../../state/use-page-title.ts';
import { Booked } from './booked.tsx';
import { Missed } from './missed.tsx';
import { Pick } from './pick.tsx';
import { Prepare } from './prepare.tsx';
import { WhomToAsk } from './whom-to-ask.tsx';
import './index.scss';

/** `?t=<signed link>` from a message, or `?id=` from inside. What has no time to speak of leads on to where it stands. */
function BookingPage() {
  const { t, id } = useRouter().params;
  usePageTitle(copy.booking.titles.booking);
  const page = useLoaded(() => openInterview({ t, id }), [t, id]);
  const first = useRef(true);
  useDidShow(() => {
    if (!first.current) page.reload();
    first.current = false;
  });
  const view = page.phase === 'ready' ? page.value : undefined;
  const elsewhere = view === undefined ? undefined : leadsTo(view);

  useEffect(() => {
    if (view && elsewhere) elsewhere(view.interviewId);
  }, [view, elsewhere]);

  return (
    <Page className="booking">
      <Opened of={page} skeleton={<Skeleton cards={3} />}>
        {(loaded) =>
          elsewhere === undefined ? <Time view={loaded} onChanged={page.reload} /> : <Skeleton cards={3} />
        }
      </Opened>
    </Page>
  );
}

function leadsTo(view: InterviewView): ((interviewId: string) => void) | undefined {
  const standing = standingOf(view);
  if (standing === 'invited') return go.instead.invitation;
  if (standing === 'running') return go.instead.interview;
  return standing === 'over' ? go.instead.progress : undefined;
}

function Time({ view, onChanged }: { view: InterviewView; onChanged: () => void }) {
  const standing = standingOf(view);
  const { appointment } = view.time;
  return (
    <View className="booking__body">
      <View className="booking__head">
        <View className="booking__names">
          <Text className="booking__position" {...aria({ role: 'heading' })}>
            {view.position}
          </Text>
          <Text className="booking__company">
            {view.company} · {view.department}
          </Text>
        </View>
        <StatusChip id="status" status={view.status} />
      </View>
      {standing === 'pick' ? <Pick view={view} onChanged={onChanged} /> : null}
      {standing === 'booked' && appointment !== null ? (
        <Booked view={view} appointment={appointment} onChanged={onChanged} />
      ) : null}
      {standing === 'missed' ? <Missed view={view} onChanged={onChanged} /> : null}
      {standing === 'missed' ? null : <Prepare view={view} />}
      {view.time.noShow?.reason === 'technical' ? null : <WhomToAsk contact={view.contact} />}
    </View>
  );
}

export default BookingPage;
