import { useEffect, useState } from 'react';
import { serverTime } from '../api/call.ts';

/** The server's time as this device knows it, in ms, anew every `everyMs`. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(serverTime.now);
  useEffect(() => {
    setNow(serverTime.now());
    const timer = setInterval(() => setNow(serverTime.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
