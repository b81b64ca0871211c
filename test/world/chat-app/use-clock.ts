import { useCallback, useEffect, useState } from 'react';
import { world } from './world-client.ts';

const askMs = 5000;

/** The world's time, running, in the company's zone. `turn` moves it on and resolves when all that fell due is done. */
export function useClock() {
  const [aheadMs, setAhead] = useState<number>();
  const [zone, setZone] = useState('Asia/Shanghai');
  const [, setTick] = useState(0);
  const [turning, setTurning] = useState<string>();
  const [turns, setTurns] = useState(0);

  useEffect(() => {
    const ask = () =>
      world.now().then(
        ({ now, timeZone }) => {
          setAhead(Date.parse(now) - Date.now());
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
  }, []);

  const turn = useCallback(async (duration: string) => {
    setTurning(duration);
    try {
      const { now } = await world.advance(duration);
      setAhead(Date.parse(now) - Date.now());
      setTurns((count) => count + 1);
    } finally {
      setTurning(undefined);
    }
  }, []);

  return { now: aheadMs === undefined ? undefined : new Date(Date.now() + aheadMs), zone, turning, turns, turn };
}

const parts = (options: Intl.DateTimeFormatOptions) => (at: Date, timeZone: string) =>
  new Intl.DateTimeFormat('zh-CN', { ...options, timeZone, hourCycle: 'h23' }).format(at);

export const dayText = parts({ month: 'long', day: 'numeric', weekday: 'short' });
export const timeText = parts({ hour: '2-digit', minute: '2-digit' });
export const secondsText = parts({ hour: '2-digit', minute: '2-digit', second: '2-digit' });
