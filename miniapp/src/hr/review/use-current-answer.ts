import { useEffect, useState } from 'react';

/** The answer that is being read: the one that was chosen last, or that has come to the upper third of its column. */
export function useCurrentAnswer(on: boolean, questionIds: string[]) {
  const [current, setCurrent] = useState<string>();
  const key = questionIds.join(' ');
  useEffect(() => {
    if (!on || process.env.TARO_ENV !== 'h5' || key === '') return;
    const watch = new IntersectionObserver(
      (entries) => {
        const entered = entries.find((entry) => entry.isIntersecting);
        if (entered) setCurrent(entered.target.id.slice('answer-'.length));
      },
      { rootMargin: '-25% 0px -70% 0px' },
    );
    for (const id of key.split(' ')) {
      const element = document.getElementById(`answer-${id}`);
      if (element) watch.observe(element);
    }
    return () => watch.disconnect();
  }, [on, key]);
  return [on ? (current ?? questionIds[0]) : undefined, setCurrent] as const;
}
