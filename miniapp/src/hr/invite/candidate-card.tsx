import { Text, View } from '@tarojs/components';
import { aria } from '#platform/aria.ts';
import { Action } from '../../components/action.tsx';
import { Chip } from '../../components/card.tsx';
import { Tap } from '../../components/tap.tsx';
import { CheckBox } from '../components/check-box.tsx';
import { Criteria } from '../components/criteria.tsx';
import { StateChip } from '../components/state-chip.tsx';
import { intakeWords, words } from '../words.ts';
import type { Candidate } from './load-matches.ts';
import './candidate-card.scss';

type Props = {
  candidate: Candidate;
  /** Per cent. */
  threshold: number;
  justInvited: boolean;
  /** Whether it is among those to be invited together; undefined where none are chosen. */
  picked?: boolean | undefined;
  onPick(): void;
  onEdit(): void;
  onInvite(): void;
  onOpen(applicationId: string): void;
};

export function CandidateCard({ candidate, threshold, justInvited, picked, onPick, onEdit, onInvite, onOpen }: Props) {
  const { candidateId, name, headline, match, applicationId, status } = candidate;
  const percent = Math.round(match.share * 100);
  const met = match.criteria.filter((criterion) => criterion.met).length;
  return (
    <View className="hr-card hr-candidate" id={`candidate-${candidateId}`}>
      <View className="hr-candidate-head">
        {picked !== undefined && applicationId === null && (
          <CheckBox
            id={`pick-${candidateId}`}
            label={intakeWords.invite.select(name)}
            checked={picked}
            onTap={onPick}
          />
        )}
        <View className="hr-candidate-who">
          <View className="hr-candidate-name">
            <Text>{name}</Text>
            {status !== undefined && <StateChip status={status} />}
            {status === undefined && applicationId !== null && <Chip tone="accent">{words.invite.invited}</Chip>}
          </View>
          <View className="hr-quiet">{headline}</View>
        </View>
        {picked !== undefined && applicationId === null ? null : applicationId === null ? (
          <Action
            id={`invite-${candidateId}`}
            kind={match.matched ? 'primary' : 'plain'}
            disabled={!match.matched}
            ariaLabel={words.invite.confirm(name)}
            onTap={onInvite}
          >
            {words.invite.invite}
          </Action>
        ) : (
          <Action id={`open-${candidateId}`} onTap={() => onOpen(applicationId)}>
            {words.invite.open}
          </Action>
        )}
      </View>
      {justInvited && (
        <View className="hr-candidate-done" {...aria({ role: 'status' })}>
          ✓ {words.invite.done}
        </View>
      )}
      <View className="hr-candidate-match">
        <View className="hr-bar">
          <View
            className={match.matched ? 'hr-bar-done' : 'hr-bar-done hr-candidate-low'}
            style={{ width: `${percent}%` }}
          />
        </View>
        <Text className="hr-candidate-percent">
          {words.invite.match(percent)} · {words.invite.reasons(met, match.criteria.length)}
        </Text>
      </View>
      {!match.matched && applicationId === null && (
        <View className="hr-candidate-why">{words.invite.unsuitableReason(percent, threshold)}</View>
      )}
      <Criteria criteria={match.criteria} />
      <Tap id={`edit-${candidateId}`} className="hr-link" pressed="hr-link-pressed" onTap={onEdit}>
        {intakeWords.invite.edit}
      </Tap>
    </View>
  );
}
