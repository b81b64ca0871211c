import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { Page } from '../../components/page.tsx';
import { Skeleton } from '../../components/states.tsx';
import { Empty, Failure, StaleBar } from '../components/states.tsx';
import { reviewUrl } from '../review/review-url.ts';
import { useCommand } from '../use-command.ts';
import { usePolled } from '../use-polled.ts';
import { words } from '../words.ts';
import { CandidateCard } from './candidate-card.tsx';
import { InviteSheet } from './invite-sheet.tsx';
import { type Candidate, loadMatches } from './load-matches.ts';
import '../styles/page.scss';
import './index.scss';

const everyMs = 10_000;

function InvitePage() {
  const { requisitionId = '' } = useRouter().params;
  const { value, error, reload } = usePolled(() => loadMatches(requisitionId), { key: requisitionId, everyMs });
  const [asked, setAsked] = useState<Candidate>();
  const [done, setDone] = useState<string>();
  const invitation = useCommand((candidateId, operationId) =>
    call('application.invite', { params: { requisitionId }, input: { operationId, candidateId } }),
  );
  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()));

  async function invite(candidate: Candidate) {
    const answer = await invitation.run(candidate.candidateId);
    if (!answer.ok) return;
    setAsked(undefined);
    setDone(candidate.candidateId);
    await reload();
  }
  const ask = (candidate: Candidate) => {
    invitation.forgetError();
    setAsked(candidate);
  };
  const open = (applicationId: string) => void Taro.navigateTo({ url: reviewUrl(applicationId) });

  if (!value) {
    return (
      <Page wide className="hr-page">
        {error ? <Failure error={error} onRetry={() => void reload()} /> : <Skeleton />}
      </Page>
    );
  }
  const { opening, candidates, threshold, deadlineHours } = value;
  const percent = Math.round(threshold * 100);
  const suitable = candidates.filter((one) => one.match.matched || one.applicationId !== null);
  const others = candidates.filter((one) => !suitable.includes(one));
  const card = (candidate: Candidate) => (
    <CandidateCard
      key={candidate.candidateId}
      candidate={candidate}
      threshold={percent}
      justInvited={candidate.candidateId === done}
      onInvite={() => ask(candidate)}
      onOpen={open}
    />
  );
  return (
    <Page wide className="hr-page">
      {error && <StaleBar error={error} />}
      <View className="hr-invite">
        {opening && (
          <View className="hr-invite-opening">
            <View className="hr-invite-title">{words.workbench.opening(opening.department, opening.position)}</View>
            <View className="hr-quiet hr-tabular">
              {words.workbench.headcount(opening.headcount, opening.inPost, opening.vacancies)} ·{' '}
              {words.workbench.progress(opening.passed, opening.vacancies)}
            </View>
          </View>
        )}
        {candidates.length === 0 && (
          <View className="hr-card">
            <Empty text={words.invite.empty} />
          </View>
        )}
        {suitable.length > 0 && <View className="hr-heading">{words.invite.suitable(suitable.length)}</View>}
        {suitable.map(card)}
        {others.length > 0 && <View className="hr-heading">{words.invite.unsuitable(others.length, percent)}</View>}
        {others.map(card)}
      </View>
      {asked && (
        <InviteSheet
          name={asked.name}
          hours={deadlineHours}
          busy={invitation.busy}
          error={invitation.error}
          onConfirm={() => void invite(asked)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Page>
  );
}

export default InvitePage;
