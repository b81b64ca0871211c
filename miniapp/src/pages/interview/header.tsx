import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { aria } from '#platform/aria.ts';
import { serverTime } from '../../api/call.ts';
import { Tap } from '../../components/tap.tsx';
import { copy } from '../../copy.ts';
import type { SaveState } from '../../state/autosave.ts';
import { useOnChange } from '../../state/use-on-change.ts';
import { clockText, leftText } from '../../state/when.ts';

const soonMs = 10 * 60_000;

type Props = {
  position: string;
  closesAt: string;
  /** Trouble reported to HR stops the clock. */
  paused: boolean;
  /** Something in 「⋯」 wants to be seen. */
  news: boolean;
  /** The time is up, as far as the page knows. */
  onClosing: () => void;
  /** For each question whether it is done, and which is being answered. */
  steps: { id: string; done: boolean; active: boolean }[];
  save: SaveState;
  onMore: () => void;
  onEnd: () => void;
};

/** Always on the screen: where I am, how long I have, that it is saved, and the way out. */
export function Header({ position, closesAt, paused, news, onClosing, steps, save, onMore, onEnd }: Props) {
  const words = copy.candidate.interview;
  const left = useLeft(closesAt);
  useOnChange(left > 0, () => {
    if (left <= 0) onClosing();
  });
  const done = steps.filter((step) => step.done).length;
  return (
    <View className="room-header">
      <View className="room-header__row">
        <View className="room-header__title">
          <Text className="room-header__position">{position}</Text>
          <Text
            id="time-left"
            className={`room-header__left ${left < soonMs && !paused ? 'room-header__left--soon' : ''}`}
          >
            {paused ? copy.room.time.paused : left > 0 ? copy.candidate.when.left(leftText(left)) : leftText(left)}
          </Text>
        </View>
        <Tap id="more" className="room-header__more" pressed="room-header--pressed" label={words.more} onTap={onMore}>
          <View className="room-header__dots" />
          {news ? <View className="room-header__news" /> : null}
        </Tap>
        <Tap id="end-interview" className="room-header__end" pressed="room-header--pressed" onTap={onEnd}>
          {words.end}
        </Tap>
      </View>
      <View className="room-header__row room-header__row--thin">
        <View
          className="room-header__bar"
          {...aria({
            role: 'progressbar',
            label: words.progressLabel(done, steps.length),
            now: done,
            max: steps.length,
          })}
        >
          {steps.map((step) => (
            <View
              key={step.id}
              className={`room-header__step ${step.done ? 'room-header__step--done' : ''} ${step.active ? 'room-header__step--active' : ''}`}
            />
          ))}
        </View>
        <Text id="progress-count" className="room-header__count">
          {words.progress(done, steps.length)}
        </Text>
        <Text
          id="save-state"
          className={`room-header__save room-header__save--${save.kind}`}
          {...aria({ role: 'status' })}
        >
          {saveText(save)}
        </Text>
      </View>
    </View>
  );
}

export function saveText(save: SaveState): string {
  const words = copy.candidate.interview;
  switch (save.kind) {
    case 'saved':
      return save.at === null ? words.savedPlain : words.saved(clockText(save.at));
    case 'saving':
      return words.saving;
    case 'waiting':
      return words.waiting;
    case 'refused':
      return words.unsent;
  }
}

const leftOf = (closesAt: string): number => Date.parse(closesAt) - serverTime.now();

/** Milliseconds by the server's clock, looked at often enough for minutes. */
function useLeft(closesAt: string): number {
  const [left, setLeft] = useState(() => leftOf(closesAt));
  useEffect(() => {
    setLeft(leftOf(closesAt));
    const timer = setInterval(() => setLeft(leftOf(closesAt)), 15_000);
    return () => clearInterval(timer);
  }, [closesAt]);
  return left;
}
