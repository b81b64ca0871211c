import { Text, View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { serverTime } from '../../api/call.ts';
import { Action } from '../../components/action.tsx';
import { Card, StatusChip } from '../../components/card.tsx';
import { ContactLine } from '../../components/contact-line.tsx';
import { Opened } from '../../components/opened.tsx';
import { Page } from '../../components/page.tsx';
import { Skeleton } from '../../components/states.tsx';
import { copy } from '../../copy.ts';
import { endings } from '../../state/device.ts';
import { go } from '../../state/go.ts';
import { openInterview } from '../../state/open-interview.ts';
import { isLapsed, savedCount } from '../../state/over.ts';
import type { InterviewView } from '../../state/room.ts';
import { branchOf, stagesOf } from '../../state/stages.ts';
import { useLoaded, usePolling } from '../../state/use-loaded.ts';
import { usePageTitle } from '../../state/use-page-title.ts';
import { whenText } from '../../state/when.ts';
import { Asked } from './asked.tsx';
import { BranchList } from './branch-list.tsx';
import { HiringCards } from './hiring-cards.tsx';
import { LeftHere } from './left-here.tsx';
import { NextStep } from './next-step.tsx';
import { ReportCard } from './report-card.tsx';
import { StageList } from './stage-list.tsx';
import './index.scss';

const lookMs = 2000;

function ProgressPage() {
  const { t, id } = useRouter().params;
  usePageTitle(copy.candidate.titles.progress);
  const page = useLoaded(() => openInterview({ t, id }), [t, id]);
  const generating = page.phase === 'ready' && page.value.report === 'generating';
  usePolling(page.reload, lookMs, generating);
  const first = useRef(true);
  useDidShow(() => {
    if (!first.current) page.reload();
    first.current = false;
  });
  useEffect(() => endings.subscribe(page.reload), [page.reload]);
  return (
    <Page className="progress">
      <Opened of={page} skeleton={<Skeleton cards={3} />}>
        {(view) => <Progress view={view} onChanged={page.reload} />}
      </Opened>
    </Page>
  );
}

function Progress({ view, onChanged }: { view: InterviewView; onChanged: () => void }) {
  const words = copy.candidate.progress;
  const lapsed = isLapsed(view) && view.status === 'incomplete';
  const said = lapsed ? words.lapsed : isHeld(view) ? copy.hiring.closure.held : words.status[view.status];
  const branch = branchOf(view);
  const result = lapsed ? words.lapsed.text + copy.candidate.over.saved(savedCount(view)) : resultOf(view);
  return (
    <View className="progress__body">
      <View className="progress__head">
        <View className="progress__names">
          <Text className="progress__position">{view.position}</Text>
          <Text className="progress__company">
            {view.company} · {view.department}
          </Text>
        </View>
        <StatusChip id="status" status={view.status} />
      </View>
      <HiringCards view={view} onChanged={onChanged} />
      <Card className="progress__card">
        <Text className="progress__title">{said.title}</Text>
        <Text className="progress__text">{result ?? said.text}</Text>
        {endings.isPending(view.interviewId) ? <Text className="progress__pending">{words.queued}</Text> : null}
        <StageList stages={stagesOf(view)} />
        <MissedBefore view={view} />
        {branch === undefined ? null : <BranchList branch={branch} />}
      </Card>
      <LeftHere view={view} />
      <NextStep view={view} onChanged={onChanged} />
      {view.report === 'none' ? null : <ReportCard view={view} />}
      <Asked view={view} onChanged={onChanged} />
      <View className="progress__foot">
        <ContactLine contact={view.contact}>{words.help}</ContactLine>
        <Action kind="quiet" block onTap={go.home}>
          {copy.candidate.common.home}
        </Action>
      </View>
    </View>
  );
}

/** An absence that a new time has followed. */
function MissedBefore({ view: { time } }: { view: InterviewView }) {
  const { missedBefore } = time;
  if (missedBefore === null) return null;
  return (
    <Text id="missed-before" className="progress__text">
      {copy.booking.stages.missedBefore(whenText(missedBefore.missed, serverTime.now()))}
    </Text>
  );
}

/** The opening was filled before the interview was begun. */
const isHeld = ({ status, hiring }: InterviewView): boolean =>
  hiring.closure !== null && (status === 'invited' || status === 'scheduled' || status === 'no_show');

function resultOf({ status, stage, hiring }: InterviewView): string | undefined {
  const { result } = copy.candidate.progress;
  if (status !== 'evaluated') return undefined;
  const { meeting, offer } = hiring;
  if (stage === 'second_interview' && meeting !== null) {
    return copy.hiring.meeting.title(copy.hiring.round[meeting.round]);
  }
  if (stage === 'offer' && offer !== null) return copy.hiring.offer[offer.answer ?? 'title'];
  return stage in result ? result[stage as keyof typeof result] : undefined;
}

export default ProgressPage;
