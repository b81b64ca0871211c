import { View } from '@tarojs/components';
import { aria } from '#platform/aria.ts';
import './check-box.scss';

type Props = { id: string; label: string; checked: boolean; onTap(range: boolean): void };

/** Whether Shift was held; only a browser has such a key. */
const hasShift = (event: object): boolean => 'shiftKey' in event && event.shiftKey === true;

/** A box of its own beside a row that is a button. */
export function CheckBox({ id, label, checked, onTap }: Props) {
  return (
    <View
      id={id}
      className="hr-check"
      {...aria({ role: 'checkbox', checked, label })}
      onClick={(event) => {
        event.stopPropagation();
        onTap(hasShift(event));
      }}
    >
      <View className={checked ? 'hr-check-box hr-check-on' : 'hr-check-box'}>
        {checked && <View className="hr-check-tick" />}
      </View>
    </View>
  );
}
