import { View } from '@tarojs/components';
import { aria } from '#platform/aria.ts';
import { Action } from '../../components/action.tsx';
import { bookingWords } from '../words.ts';
import type { Offered, OfferModel } from './use-offer.ts';

/** What was just offered, and the way back. */
export function OfferedBar({ offered, model }: { offered: Offered; model: OfferModel }) {
  const words = bookingWords.slots.offer;
  const back = offered.step === 'done' || offered.step === 'left' ? offered.opened : undefined;
  return (
    <View className="hr-offered" id="offered" {...aria({ role: 'status' })}>
      <View className="hr-offered-text">{textOf(offered)}</View>
      <View className="hr-offered-actions">
        {back !== undefined && back.length > 0 && (
          <Action id="undo-offer" onTap={() => void model.undo(back)}>
            {words.undo}
          </Action>
        )}
        {offered.step !== 'undoing' && (
          <Action id="close-offered" kind="quiet" onTap={model.forget}>
            {words.close}
          </Action>
        )}
      </View>
    </View>
  );
}

function textOf(offered: Offered): string {
  const words = bookingWords.slots.offer;
  switch (offered.step) {
    case 'done':
      return words.done(offered.opened.length);
    case 'undoing':
      return words.undoing(offered.through, offered.opened.length);
    case 'left':
      return words.undoLeft(offered.opened.length);
    case 'undone':
      return words.undone(offered.closed) + (offered.people > 0 ? words.undoneKept(offered.people) : '');
  }
}
