import { useEffect, useState } from 'react';

const query = '(min-width: 900px)';

/** Whether list, report and transcript fit beside each other. Only a browser can be that wide. */
export function useWide(): boolean {
  const browser = process.env.TARO_ENV === 'h5';
  const [wide, setWide] = useState(() => browser && window.matchMedia(query).matches);
  useEffect(() => {
    if (!browser) return;
    const media = window.matchMedia(query);
    const look = () => setWide(media.matches);
    media.addEventListener('change', look);
    return () => media.removeEventListener('change', look);
  }, [browser]);
  return wide;
}
