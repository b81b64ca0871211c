import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Tap } from '../../components/tap.tsx';
import { copy } from '../../copy.ts';
import { whenText } from '../../state/when.ts';
import { SeenBy } from '../audit/seen-by.tsx';
import { Criteria } from '../components/criteria.tsx';
import { personUrl } from '../intake/person-url.ts';
import { May } from '../may.tsx';
import { TimesCard } from '../requests/times-card.tsx';
import { CorrectCard } from '../status/correct-card.tsx';
import { CorrectionWords } from '../status/correction-words.tsx';
import { intakeWords, words } from '../words.ts';
import { actor } from './actor.ts';
import type { Dossier } from './dossier.ts';
import { PrecheckCard } from './precheck-card.tsx';
import { SyncCheck } from './sync-check.tsx';
import { TimeBlock } from './time-block.tsx';
import type { ReviewModel } from './use-review.ts';
import './dossier-section.scss';

type Props = {
  dossier: Dossier;
  resync: ReviewModel['resync'];
  now: number;
  /** Whether a contested no-show is answered here. */
  contested?: boolean;
  onDone(): Promise<void>;
};

/** Everything about the person besides the report: what happened, what was sent, whether all copies agree, the résumé. */
export function DossierSection({ dossier, resync, now, contested = false, onDone }: Props) {
  const { candidate, match, timeline, messages } = dossier;
  const events: Record<string, string> = words.events;
  return (
    <View>
      <TimeBlock dossier={dossier} now={now} contested={contested} onDone={onDone} />
      <TimesCard dossier={dossier} now={now} onDone={onDone} />
      <PrecheckCard prechecks={dossier.prechecks} now={now} />
      <View className="hr-heading">{words.review.timeline}</View>
      <View className="hr-card hr-timeline">
        {byTime(timeline).map((entry) => (
          <View key={`${entry.at} ${entry.type}`} className="hr-timeline-entry">
            <View className="hr-timeline-dot" />
            <View className="hr-timeline-text">
              <View>
                {entry.outcome === null
                  ? (events[entry.type] ?? entry.type)
                  : words.decision.decided(copy.statuses.outcome[entry.outcome])}
              </View>
              {entry.correction && <CorrectionWords correction={entry.correction} />}
              <View className="hr-timeline-when">
                {whenText(entry.at, now)} · {actor(words.actor, entry.by)}
              </View>
            </View>
          </View>
        ))}
      </View>
      <View className="hr-heading">{words.review.messages}</View>
      <View className="hr-card">
        {byTime(messages).map((message) => (
          <View key={`${message.at} ${message.kind} ${message.channel}`} className="hr-message">
            <View className="hr-message-what">
              <View>{words.messageKinds[message.kind] ?? message.kind}</View>
              <View className="hr-timeline-when">
                {words.channels[message.channel] ?? message.channel} · {whenText(message.at, now)}
              </View>
            </View>
            <Text
              className={
                undelivered.includes(message.state) ? 'hr-message-state hr-message-failed' : 'hr-message-state'
              }
            >
              {words.deliveryStates[message.state] ?? message.state}
            </Text>
          </View>
        ))}
        {messages.length === 0 && <View className="hr-message hr-quiet">{words.review.noMessages}</View>}
      </View>
      <SyncCheck dossier={dossier} resync={resync} />
      <CorrectCard dossier={dossier} onDone={onDone} />
      <View className="hr-heading">
        {words.review.match} · {words.invite.match(Math.round(match.share * 100))}
      </View>
      <View className="hr-card hr-padded">
        <Criteria criteria={match.criteria} />
      </View>
      <SeenBy applicationId={dossier.applicationId} />
      <View className="hr-heading-row">
        <View className="hr-heading">{words.review.resume}</View>
        <May to="candidate.save">
          <Tap
            id="edit-person"
            className="hr-link"
            pressed="hr-link-pressed"
            onTap={() => void Taro.navigateTo({ url: personUrl(candidate.candidateId) })}
          >
            {intakeWords.person.edit} ›
          </Tap>
        </May>
      </View>
      <View className="hr-card hr-padded">
        <View className="hr-quiet">
          {words.review.phone} {candidate.phone}
        </View>
        <Text className="hr-resume" userSelect>
          {candidate.resume}
        </Text>
      </View>
    </View>
  );
}

/** A person should look at these; what is still on its way is quiet. */
const undelivered = ['refused', 'unknown', 'unavailable'];

const byTime = <T extends { at: string }>(entries: T[]): T[] =>
  [...entries].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
