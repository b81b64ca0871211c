import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { Action } from '../../components/action.tsx';
import { Page } from '../../components/page.tsx';
import { Skeleton } from '../../components/states.tsx';
import { Empty, Failure, StaleBar } from '../components/states.tsx';
import { HelpEntry } from '../help/help-entry.tsx';
import { reviewUrl } from '../review/review-url.ts';
import { useCommand } from '../use-command.ts';
import { useNow } from '../use-now.ts';
import { usePolled } from '../use-polled.ts';
import { intakeWords, words } from '../words.ts';
import { BatchSheet } from './batch-sheet.tsx';
import { CandidateCard } from './candidate-card.tsx';
import { InviteSheet } from './invite-sheet.tsx';
import { LinkSheet } from './link-sheet.tsx';
import { type Candidate, loadMatches } from './load-matches.ts';
import { usePicks } from './use-picks.ts';
import { Wishes } from './wishes.tsx';
import '../styles/page.scss';
import './index.scss';

const everyMs = 10_000;
/** Cards drawn at first, and more with each tap. */
const atOnce = 30;

function InvitePage() {
  const { requisitionId = '' } = useRouter().params;
  const { value, error, reload } = usePolled(() => loadMatches(requisitionId), { key: requisitionId, everyMs });
  const now = useNow(60_000);
  const [asked, setAsked] = useState<{ candidateId: string; name: string }>();
  const [done, setDone] = useState<string>();
  const [sheet, setSheet] = useState<'link' | 'batch'>();
  const [most, setMost] = useState(atOnce);
  const picks = usePicks();
  const invitation = useCommand((candidateId, operationId) =>
    call('application.invite', { params: { requisitionId }, input: { operationId, candidateId } }),
  );
  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()));

  async function invite({ candidateId }: { candidateId: string }) {
    const answer = await invitation.run(candidateId);
    if (!answer.ok) return;
    setAsked(undefined);
    setDone(candidateId);
    await reload();
  }
  const ask = (candidate: { candidateId: string; name: string }) => {
    invitation.forgetError();
    setAsked(candidate);
  };
  const open = (applicationId: string) => void Taro.navigateTo({ url: reviewUrl(applicationId) });
  const edit = (candidateId: string) => void Taro.navigateTo({ url: `/hr/intake/index?candidateId=${candidateId}` });

  if (!value) {
    return (
      <Page wide className="hr-page">
        {error ? <Failure error={error} onRetry={() => void reload()} /> : <Skeleton />}
      </Page>
    );
  }
  const { opening, candidates, threshold, deadlineHours, wishes } = value;
  const percent = Math.round(threshold * 100);
  const applied = new Set(wishes.map(({ candidateId }) => candidateId));
  const others = candidates.filter((one) => !one.match.matched && one.applicationId === null);
  const suitable = candidates.filter((one) => !others.includes(one));
  const fit = suitable.filter((one) => one.applicationId === null).map(({ candidateId }) => candidateId);
  const card = (candidate: Candidate) => (
    <CandidateCard
      key={candidate.candidateId}
      candidate={candidate}
      threshold={percent}
      justInvited={candidate.candidateId === done}
      picked={picks.choosing ? picks.has(candidate.candidateId) : undefined}
      onPick={() => picks.toggle(candidate.candidateId)}
      onInvite={() => ask(candidate)}
      onEdit={() => edit(candidate.candidateId)}
      onOpen={open}
    />
  );
  const shownSuitable = suitable.slice(0, most);
  const shownOthers = others.slice(0, Math.max(0, most - shownSuitable.length));
  const hidden = candidates.length - shownSuitable.length - shownOthers.length;
  return (
    <Page wide className="hr-page">
      {error && <StaleBar error={error} />}
      <View className={picks.choosing ? 'hr-invite hr-invite-choosing' : 'hr-invite'}>
        <View className="hr-invite-head">
          {opening && (
            <View className="hr-invite-opening">
              <View className="hr-invite-title">{words.workbench.opening(opening.department, opening.position)}</View>
              <View className="hr-quiet hr-tabular">
                {words.workbench.headcount(opening.headcount, opening.inPost, opening.vacancies)} ·{' '}
                {words.workbench.progress(opening.passed, opening.vacancies)}
              </View>
            </View>
          )}
          <HelpEntry page="invite" />
        </View>
        <View className="hr-invite-actions">
          <Action id="open-intake" onTap={() => void Taro.navigateTo({ url: '/hr/intake/index' })}>
            {intakeWords.invite.import}
          </Action>
          <Action id="open-link" onTap={() => setSheet('link')}>
            {intakeWords.invite.link}
          </Action>
          {fit.length > 0 && (
            <Action
              id="batch"
              kind={picks.choosing ? 'quiet' : 'plain'}
              onTap={() => (picks.choosing ? picks.stop() : picks.start(fit))}
            >
              {picks.choosing ? intakeWords.invite.cancel : intakeWords.invite.batch}
            </Action>
          )}
        </View>
        {wishes.length > 0 && <View className="hr-heading">{intakeWords.invite.newOnes(wishes.length)}</View>}
        <Wishes
          requisitionId={requisitionId}
          wishes={wishes}
          now={now}
          onInvite={ask}
          onOpen={open}
          onChange={() => void reload()}
        />
        {candidates.length === 0 && (
          <View className="hr-card">
            <Empty text={words.invite.empty} />
          </View>
        )}
        {suitable.length > 0 && <View className="hr-heading">{words.invite.suitable(suitable.length)}</View>}
        {shownSuitable.filter(({ candidateId }) => picks.choosing || !applied.has(candidateId)).map(card)}
        {others.length > 0 && <View className="hr-heading">{words.invite.unsuitable(others.length, percent)}</View>}
        {shownOthers.filter(({ candidateId }) => !applied.has(candidateId)).map(card)}
        {hidden > 0 && (
          <View className="hr-invite-actions">
            <Action id="show-more" kind="quiet" block onTap={() => setMost(most + atOnce)}>
              {intakeWords.invite.showMore(Math.min(atOnce, hidden))}
            </Action>
          </View>
        )}
      </View>
      {picks.choosing && (
        <View className="hr-invite-bar">
          <View className="hr-invite-chosen">{intakeWords.invite.chosen(picks.chosen.length)}</View>
          <Action kind="quiet" onTap={() => (picks.chosen.length === 0 ? picks.start(fit) : picks.start([]))}>
            {picks.chosen.length === 0 ? intakeWords.invite.chooseAll : intakeWords.invite.chooseNone}
          </Action>
          <Action
            id="preview-batch"
            kind="primary"
            disabled={picks.chosen.length === 0}
            onTap={() => setSheet('batch')}
          >
            {intakeWords.invite.preview}
          </Action>
        </View>
      )}
      {sheet === 'link' && <LinkSheet requisitionId={requisitionId} onClose={() => setSheet(undefined)} />}
      {sheet === 'batch' && (
        <BatchSheet
          requisitionId={requisitionId}
          candidateIds={picks.chosen}
          onClose={() => setSheet(undefined)}
          onDone={() => {
            setSheet(undefined);
            picks.stop();
            void reload();
          }}
        />
      )}
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
