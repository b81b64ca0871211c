import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

const browser = process.env.TARO_ENV === 'h5';

/** True while the browser prints: what stands on paper alone is drawn then. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    if (!browser) return;
    // The browser prints what stands there when this event is over, so it cannot wait for React's own turn.
    const before = () => flushSync(() => setPrinting(true));
    const after = () => setPrinting(false);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  return printing;
}
