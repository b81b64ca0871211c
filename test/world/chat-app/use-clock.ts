import { useCallback, useEffect, useState } from 'react';
import { type Time, world } from './world-client.ts';

const askMs = 5000;

/** The world's time, running, in the company's zone. `turn` moves it on and resolves when all that fell due is done. */
export function useClock() {
  const [aheadMs, setAhead] = useState<number>();
  const [zone, setZone] = useState('Asia/Shanghai');
  const [, setTick] = useState(0);
  const [turning, setTurning] = useState<string>();
  const [turns, setTurns] = useState(0);
  const [nextReminder, setNextReminder] = useState<string>();

  const tell = useCallback(({ now, nextReminder: next }: Time) => {
    setAhead(Date.parse(now) - Date.now());
    setNextReminder(next ?? undefined);
  }, []);

  useEffect(() => {
    const ask = () =>
      world.now().then(
        ({ timeZone, ...time }) => {
          tell(time);
          setZone(timeZone);
        },
        () => undefined,
      );
    void ask();
    const asking = window.setInterval(ask, askMs);
    const ticking = window.setInterval(() => setTick((tick) => tick + 1), 1000);
    return () => {
      window.clearInterval(asking);
      window.clearInterval(ticking);
    };
  }, [tell]);

  const moveBy = useCallback(
    async (name: string, move: () => Promise<Time>) => {
      setTurning(name);
      try {
        tell(await move());
        setTurns((count) => count + 1);
      } finally {
        setTurning(undefined);
      }
    },
    [tell],
  );
  const turn = (duration: string) => moveBy(duration, () => world.advance(duration));
  /** What is due by now only waits for a tick. */
  const turnToReminder = () =>
    moveBy('reminder', () =>
      nextReminder === undefined || Date.parse(nextReminder) <= Date.now() + (aheadMs ?? 0)
        ? world.advance('PT0S')
        : world.turnTo(nextReminder),
    );

  return {
    now: aheadMs === undefined ? undefined : new Date(Date.now() + aheadMs),
    zone,
    turning,
    turns,
    nextReminder,
    turn,
    turnToReminder,
  };
}

const parts = (options: Intl.DateTimeFormatOptions) => (at: Date, timeZone: string) =>
  new Intl.DateTimeFormat('zh-CN', { ...options, timeZone, hourCycle: 'h23' }).format(at);

export const dayText = parts({ month: 'long', day: 'numeric', weekday: 'short' });
export const timeText = parts({ hour: '2-digit', minute: '2-digit' });
export const secondsText = parts({ hour: '2-digit', minute: '2-digit', second: '2-digit' });
