import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { Action } from '../../components/action.tsx';
import { AskSheet } from '../../components/ask-sheet.tsx';
import { Page } from '../../components/page.tsx';
import { Skeleton, Trouble } from '../../components/states.tsx';
import { copy } from '../../copy.ts';
import { endings } from '../../state/device.ts';
import { go } from '../../state/go.ts';
import { usePageTitle } from '../../state/use-page-title.ts';
import { Conversation } from './conversation.tsx';
import { EndingView } from './ending-view.tsx';
import { OverView } from './over-view.tsx';
import { ResumeSheet } from './resume-sheet.tsx';
import { useSitting } from './use-sitting.ts';
import './index.scss';

/** Long enough to read that all three lines are ticked. */
const proofMs = 1600;

function InterviewPage() {
  const { id = '' } = useRouter().params;
  usePageTitle(copy.candidate.titles.interview);
  const sitting = useSitting(id);
  const { room } = sitting;
  const [reopening, setReopening] = useState(false);
  const state = room.state();
  const end = state.phase === 'ending' ? endings.state(id) : undefined;
  const step = end?.step;

  useEffect(() => {
    if (step === 'closed') void room.tellOver();
    if (step !== 'done' || reopening) return;
    const timer = setTimeout(() => go.instead.progress(id), proofMs);
    return () => clearTimeout(timer);
  }, [step, room, id, reopening]);

  const elsewhere = state.phase === 'elsewhere' ? state.view.status : undefined;
  useEffect(() => {
    if (elsewhere === undefined) return;
    if (elsewhere === 'invited' || elsewhere === 'scheduled') go.instead.invitation(id);
    else go.instead.progress(id);
  }, [elsewhere, id]);

  switch (state.phase) {
    case 'loading':
    case 'elsewhere':
      return (
        <Page>
          <Skeleton cards={3} />
        </Page>
      );
    case 'trouble':
      return (
        <Page>
          <Trouble error={state.error} safe={copy.candidate.trouble.safe} onRetry={room.load}>
            <Action kind="quiet" onTap={go.home}>
              {copy.candidate.common.home}
            </Action>
          </Trouble>
        </Page>
      );
    case 'asking':
      return (
        <Page className="room-ask">
          <Skeleton cards={2} />
          <ResumeSheet view={state.view} busy={state.busy} error={state.error} onChoose={room.choose} />
        </Page>
      );
    case 'superseded':
      return (
        <Page>
          <View id="superseded" className="ending">
            <View className="ending__title">{copy.candidate.interview.superseded}</View>
            <View className="ending__text">{copy.candidate.interview.supersededText}</View>
            <Action id="take-over" kind="primary" onTap={() => void room.choose('continue')}>
              {copy.candidate.interview.takeOver}
            </Action>
            <Action kind="quiet" onTap={go.home}>
              {copy.candidate.common.home}
            </Action>
          </View>
        </Page>
      );
    case 'over':
      return (
        <Page>
          <OverView over={state} />
        </Page>
      );
    case 'ending':
      return (
        <Page>
          <EndingView
            end={end ?? { step: 'saving', mismatches: 0 }}
            count={state.view?.questions.length}
            pending={sitting.pending()}
            onRetry={endings.wake}
            onLeave={go.home}
            onBack={room.backFromEnding}
            onProgress={() => go.instead.progress(id)}
            onReopen={() => setReopening(true)}
          />
          <AskSheet
            open={reopening}
            interviewId={id}
            kind="reopen"
            title={copy.room.reopen.title}
            text={copy.room.reopen.text}
            reasons={['mistaken_end', 'technical']}
            onClose={() => setReopening(false)}
            onSent={() => go.instead.progress(id)}
          />
        </Page>
      );
    case 'open':
      return <Conversation sitting={sitting} view={state.view} beside={state.beside} />;
  }
}

export default InterviewPage;
