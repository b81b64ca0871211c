import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { Output } from '#shared/contract/operations.ts';
import { call } from '../../../api/call.ts';
import { Chip, type Tone } from '../../../components/card.tsx';
import { Tap } from '../../../components/tap.tsx';
import { May } from '../../may.tsx';
import { settingsUrl } from '../../organisation/urls.ts';
import { learningWords } from '../../words.ts';
import { Calibration } from '../calibration.tsx';
import { decimal, percent, when } from '../number-text.ts';
import { WorkedOut } from '../run-card.tsx';
import { Section } from '../section.tsx';

type NoShow = Output<'learning.noShow'>;
type Found = NonNullable<NoShow['found']>['value'];
const words = learningWords.noShow;
const tones: Record<Found['state'], Tone> = { insufficient: 'plain', not_better: 'amber', on: 'accent' };

/** 「爽约预测」: whether there is one, how good it was on what it had not seen, and what it is used for. */
export function NoShowSection() {
  return (
    <Section name="no_show" lead={words.lead} load={() => call('learning.noShow')}>
      {({ found, helps, history }) => (
        <>
          <WorkedOut at={found?.at ?? null} />
          {found && <Model found={found.value} />}
          <View className="hr-card hr-learn-item">
            <View className="hr-learn-strong">{words.help}</View>
            <View className="hr-quiet">{helps ? words.helpOn : words.helpOff}</View>
            <May to="settings.save">
              <Tap
                id="to-settings"
                className="hr-link"
                pressed="hr-link-pressed"
                onTap={() => void Taro.navigateTo({ url: settingsUrl })}
              >
                {words.toSettings}
              </Tap>
            </May>
          </View>
          {history.length > 1 && <History history={history} />}
        </>
      )}
    </Section>
  );
}

function Model({ found }: { found: Found }) {
  return (
    <View id="no-show-model" className="hr-card hr-learn-item">
      <Chip tone={tones[found.state]}>{words.states[found.state]}</Chip>
      {found.state === 'insufficient' && (
        <View>{words.missing(found.missing.appointments, found.missing.missed, found.missing.kept)}</View>
      )}
      {found.state !== 'insufficient' && (
        <>
          <View>{found.state === 'on' ? words.on : words.notBetter}</View>
          <View className="hr-quiet">{words.appointments(found.evidence.appointments, found.evidence.missed)}</View>
          <View className="hr-learn-brier">
            <Text className="hr-learn-small">{words.brier}</Text>
            <Score name={words.base} value={found.evidence.baseBrier} most={found.evidence.baseBrier} />
            <Score name={words.model} value={found.evidence.brier} most={found.evidence.baseBrier} />
            <Text className="hr-quiet">
              {words.gain(
                percent(found.evidence.gain.mean / found.evidence.baseBrier),
                percent(found.evidence.gain.low / found.evidence.baseBrier),
                percent(found.evidence.gain.high / found.evidence.baseBrier),
              )}
            </Text>
          </View>
          <View className="hr-learn-strong">{words.calibration}</View>
          <View className="hr-quiet">{words.calibrationText}</View>
          <Calibration bins={found.evidence.bins} />
        </>
      )}
    </View>
  );
}

function Score({ name, value, most }: { name: string; value: number; most: number }) {
  return (
    <View className="hr-learn-score">
      <Text className="hr-learn-score-name">{name}</Text>
      <View className="hr-bar">
        <View className="hr-bar-done" style={{ width: `${Math.min(100, (90 * value) / most)}%` }} />
      </View>
      <Text className="hr-tabular">{decimal(value, 3)}</Text>
    </View>
  );
}

function History({ history }: { history: NoShow['history'] }) {
  return (
    <View className="hr-learn-group">
      <View className="hr-learn-strong">{words.history}</View>
      <View className="hr-card">
        {history.map(({ version, at, state, gain }) => (
          <View key={version} className="hr-learn-line">
            <Text className="hr-quiet">{when(at)}</Text>
            <Text>{words.states[state]}</Text>
            <Text className="hr-tabular">{gain === null ? '—' : percent(gain)}</Text>
          </View>
        ))}
      </View>
    </View>
  );
}
