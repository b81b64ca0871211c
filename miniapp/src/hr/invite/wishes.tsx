import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import type { Output } from '#shared/contract/operations.ts';
import { call } from '../../api/call.ts';
import { Action } from '../../components/action.tsx';
import { Chip } from '../../components/card.tsx';
import { Criteria } from '../components/criteria.tsx';
import { errorText } from '../error-text.ts';
import { personUrl } from '../intake/person-url.ts';
import { waitingTime } from '../waiting.ts';
import { intakeWords, words } from '../words.ts';
import './wishes.scss';

type Wish = Output<'requisition.wishes'>['wishes'][number];
type Props = {
  requisitionId: string;
  wishes: Wish[];
  now: number;
  onInvite(wish: Wish): void;
  onOpen(applicationId: string): void;
  onChange(): void;
};

/** 「新投递」: who applied by the link and is not invited yet. */
export function Wishes({ requisitionId, wishes, now, onInvite, onOpen, onChange }: Props) {
  return (
    <>
      {wishes.map((wish) => (
        <WishCard
          key={wish.candidateId}
          requisitionId={requisitionId}
          wish={wish}
          now={now}
          onInvite={() => onInvite(wish)}
          onOpen={onOpen}
          onChange={onChange}
        />
      ))}
    </>
  );
}

type CardProps = Omit<Props, 'wishes' | 'onInvite'> & { wish: Wish; onInvite(): void };

function WishCard({ requisitionId, wish, now, onInvite, onOpen, onChange }: CardProps) {
  const { candidateId, name, headline, at, times, source, resume, unread, match, applicationId } = wish;
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  async function adopt(yes: boolean) {
    setBusy(true);
    const params = { requisitionId, candidateId };
    const answer = await call('requisition.adoptResume', { params, input: { adopt: yes } });
    setBusy(false);
    setTrouble(answer.ok ? undefined : errorText(answer.error));
    if (answer.ok) onChange();
  }
  async function again(fileId: string) {
    setBusy(true);
    const answer = await call('intake.readAgain', { params: { fileId } });
    setBusy(false);
    setTrouble(answer.ok ? undefined : errorText(answer.error));
    if (answer.ok) onChange();
  }
  const waited = waitingTime(words.waiting, at, now);
  const about = [
    intakeWords.invite.wishAt(waited === undefined ? words.waiting.now : words.waiting.ago(waited)),
    ...(times > 1 ? [intakeWords.invite.times(times)] : []),
    ...(source === null ? [] : [intakeWords.sources[source]]),
    ...(headline === '' ? [] : [headline]),
  ];
  const ready = match.matched && resume === 'there';
  return (
    <View className="hr-card hr-candidate" id={`wish-${candidateId}`}>
      <View className="hr-candidate-head">
        <View className="hr-candidate-who">
          <View className="hr-candidate-name">
            <Text>{name}</Text>
            {applicationId !== null && <Chip tone="accent">{words.invite.invited}</Chip>}
          </View>
          <View className="hr-quiet">{about.join(' · ')}</View>
        </View>
        {applicationId === null ? (
          <Action
            id={`invite-wish-${candidateId}`}
            kind={ready ? 'primary' : 'plain'}
            disabled={!ready}
            ariaLabel={words.invite.confirm(name)}
            onTap={onInvite}
          >
            {words.invite.invite}
          </Action>
        ) : (
          <Action onTap={() => onOpen(applicationId)}>{words.invite.open}</Action>
        )}
      </View>
      <View className="hr-wish-match">
        <Text className={match.matched ? 'hr-wish-fits' : 'hr-quiet'}>
          {resume === 'reading'
            ? intakeWords.invite.reading
            : resume === 'none' || resume === 'unread'
              ? intakeWords.invite.noResume
              : words.invite.match(Math.round(match.share * 100))}
        </Text>
      </View>
      {unread !== null && (
        <View className="hr-wish-newer" id={`unread-${candidateId}`}>
          <View>{intakeWords.invite.unread(intakeWords.refusals[unread.code])}</View>
          <View className="hr-wish-choice">
            {unread.again && (
              <Action id={`again-${candidateId}`} busy={busy} onTap={() => void again(unread.fileId)}>
                {intakeWords.readAgain}
              </Action>
            )}
            <Action kind="quiet" onTap={() => void Taro.navigateTo({ url: personUrl(candidateId) })}>
              {intakeWords.person.edit}
            </Action>
          </View>
        </View>
      )}
      {resume === 'newer' && (
        <View className="hr-wish-newer">
          <View>{intakeWords.invite.newer}</View>
          <View className="hr-wish-choice">
            <Action id={`adopt-${candidateId}`} busy={busy} onTap={() => void adopt(true)}>
              {intakeWords.invite.adopt}
            </Action>
            <Action kind="quiet" busy={busy} onTap={() => void adopt(false)}>
              {intakeWords.invite.keep}
            </Action>
          </View>
        </View>
      )}
      {trouble !== undefined && <View className="hr-wish-newer">{trouble}</View>}
      {(resume === 'there' || resume === 'newer') && <Criteria criteria={match.criteria} />}
    </View>
  );
}
