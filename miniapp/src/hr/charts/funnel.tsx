import { Text, View } from '@tarojs/components';
import { aria } from '#platform/aria.ts';
import './bars.scss';
import './funnel.scss';

export type Step = {
  id: string;
  name: string;
  n: number;
  /** At the right: how many, of all. */
  text: string;
  /** Between the step before and this one: how many went on, how many did not. */
  between?: string;
  onTap?(): void;
};

type Props = { id?: string; label: string; steps: readonly Step[] };

/** How many came how far: each bar beside the first, what was lost said between them. */
export function Funnel({ id, label, steps }: Props) {
  const all = Math.max(1, steps[0]?.n ?? 1);
  return (
    <View {...(id === undefined ? {} : { id })} className="hr-funnel" {...aria({ role: 'list', label })}>
      {steps.map((step) => (
        <View key={step.id} className="hr-funnel-step" {...aria({ role: 'listitem' })}>
          {step.between !== undefined && (
            <View className="hr-funnel-between">
              <View className="hr-funnel-arrow" />
              <Text>{step.between}</Text>
            </View>
          )}
          <View
            id={step.id}
            className={step.onTap ? 'hr-bars-row hr-bars-opens' : 'hr-bars-row'}
            {...(step.onTap ? { ...aria({ role: 'button' }), hoverClass: 'hr-link-pressed', onClick: step.onTap } : {})}
          >
            <View className="hr-bars-line">
              <Text className="hr-bars-name">{step.name}</Text>
              <Text className="hr-bars-text">{step.text}</Text>
              {step.onTap && <View className="hr-bars-on" />}
            </View>
            <View className="hr-bars-track">
              <View className="hr-bars-done hr-bars-accent" style={{ width: `${(100 * step.n) / all}%` }} />
            </View>
          </View>
        </View>
      ))}
    </View>
  );
}
