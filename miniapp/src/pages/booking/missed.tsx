import { Text } from '@tarojs/components';
import { useState } from 'react';
import { serverTime } from '../../api/call.ts';
import { Action } from '../../components/action.tsx';
import { AskSheet } from '../../components/ask-sheet.tsx';
import { Card } from '../../components/card.tsx';
import { copy } from '../../copy.ts';
import { go } from '../../state/go.ts';
import type { InterviewView } from '../../state/room.ts';
import { wallOf, wallText } from '../../state/wall-time.ts';
import { AfterMissed } from './after-missed.tsx';
import { WhyMissed } from './why-missed.tsx';

/** 未参加确认: what was missed, why, and what comes next. */
export function Missed({ view, onChanged }: { view: InterviewView; onChanged: () => void }) {
  const words = copy.booking.missed;
  const { noShow, bookingAsked } = view.time;
  const [asking, setAsking] = useState(false);
  const contested = view.tickets.filter(({ kind }) => kind === 'no_show').at(-1);
  const missedText =
    noShow && wallText(copy.candidate.when, wallOf(noShow.missedText, noShow.missed), serverTime.now());
  return (
    <>
      <Card id="missed" className="booking__card">
        <Text className="booking__title">{words.title}</Text>
        {missedText === null ? null : (
          <Text className="booking__missed-when">{(bookingAsked ? words.when : words.whenUntil)(missedText)}</Text>
        )}
        {noShow?.excuse ? (
          <Text id="excused" className="booking__excused">
            {`${words.excused}${copy.candidate.common.colon}${words.excuse[noShow.excuse]}`}
          </Text>
        ) : (
          <Text className="booking__text">{words.safe}</Text>
        )}
      </Card>
      {noShow !== null && noShow.reason === null ? (
        <WhyMissed interviewId={view.interviewId} onTold={onChanged} />
      ) : (
        <AfterMissed view={view} reason={noShow?.reason ?? 'other'} onChanged={onChanged} />
      )}
      {noShow?.excuse || noShow === null ? null : contested === undefined ? (
        <Action id="contest" kind="quiet" block onTap={() => setAsking(true)}>
          {words.contest}
        </Action>
      ) : (
        <Action id="contested" kind="quiet" block onTap={() => go.progress(view.interviewId)}>
          {contested.closedAt === null ? words.contestWaiting : words.contestDone}
        </Action>
      )}
      <AskSheet
        open={asking}
        interviewId={view.interviewId}
        kind="no_show"
        title={words.contestTitle}
        text={words.contestText}
        onClose={() => setAsking(false)}
        onSent={() => {
          setAsking(false);
          onChanged();
        }}
      />
    </>
  );
}
