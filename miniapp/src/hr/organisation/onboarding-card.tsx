import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { aria } from '#platform/aria.ts';
import { call, serverTime } from '../../api/call.ts';
import { Chip } from '../../components/card.tsx';
import { Skeleton } from '../../components/states.tsx';
import { Tap } from '../../components/tap.tsx';
import { whenText } from '../../state/when.ts';
import { Failure } from '../components/states.tsx';
import { reviewUrl } from '../review/review-url.ts';
import { usePolled } from '../use-polled.ts';
import { organisationWords } from '../words.ts';
import { toneOf } from './requisition-row.tsx';
import type { Department } from './tree.ts';

const everyMs = 15_000;

/** 「销售部-待入职」, in the order of the openings' priority. */
export function OnboardingCard({ department }: { department: Department }) {
  const words = organisationWords.onboarding;
  const { departmentId, name } = department;
  const { value, error, reload } = usePolled(() => call('organisation.onboarding', { params: { departmentId } }), {
    key: departmentId,
    everyMs,
  });
  const now = serverTime.now();
  return (
    <View id="onboarding">
      <View className="hr-heading-row hr-heading">
        <Text id="onboarding-title">{words.title(name)}</Text>
        {value !== undefined && value.people.length > 1 && <Text className="hr-quiet">{words.order}</Text>}
      </View>
      {value === undefined &&
        (error ? <Failure error={error} onRetry={() => void reload()} /> : <Skeleton cards={1} lines={2} />)}
      {value !== undefined && (
        <View className="hr-card" {...aria({ role: 'list' })}>
          {value.people.length === 0 && (
            <View className="hr-org-none" id="onboarding-none">
              {words.none}
            </View>
          )}
          {value.people.map(({ interviewId, applicationId, name: who, position, priority, stage, since }) => (
            <Tap
              key={interviewId}
              id={`onboarding-${applicationId}`}
              className="hr-org-joining"
              pressed="hr-link-pressed"
              onTap={() => void Taro.navigateTo({ url: reviewUrl(applicationId) })}
            >
              <View className="hr-org-opening-what">
                <View className="hr-org-opening-head">
                  <Text className="hr-org-name">{who}</Text>
                  <Chip tone={toneOf[priority]}>{organisationWords.requisition.priorities[priority]}</Chip>
                </View>
                <Text className="hr-org-facts hr-tabular">
                  {[position, ...(stage === 'offer' ? [words.offer] : []), words.since(whenText(since, now))].join(
                    ' · ',
                  )}
                </Text>
              </View>
              <Text className="hr-org-way">›</Text>
            </Tap>
          ))}
        </View>
      )}
    </View>
  );
}
