import { Text, View } from '@tarojs/components';
import { Tap } from '../../components/tap.tsx';

type Props = {
  id: string;
  value: number;
  text: string;
  labels: { fewer: string; more: string };
  least?: number;
  most: number;
  off?: boolean;
  onChange(value: number): void;
};

/** One more, one fewer. */
export function Stepper({ id, value, text, labels, least = 1, most, off = false, onChange }: Props) {
  const [down, up] = [off || value <= least, off || value >= most];
  return (
    <View className="hr-stepper">
      <Tap
        id={`${id}-fewer`}
        className={down ? 'hr-stepper-tap hr-stepper-off' : 'hr-stepper-tap'}
        pressed="hr-link-pressed"
        label={labels.fewer}
        off={down}
        onTap={() => onChange(value - 1)}
      >
        −
      </Tap>
      <Text className="hr-stepper-value" id={`${id}-value`}>
        {text}
      </Text>
      <Tap
        id={`${id}-more`}
        className={up ? 'hr-stepper-tap hr-stepper-off' : 'hr-stepper-tap'}
        pressed="hr-link-pressed"
        label={labels.more}
        off={up}
        onTap={() => onChange(value + 1)}
      >
        +
      </Tap>
    </View>
  );
}
