import { useEffect, useRef, useState } from 'react';
import { call } from '../../api/call.ts';
import type { Judged, Rule } from './draft.ts';

/** Milliseconds without a change after which rules are looked at. */
const stillMs = 250;

type Looked = { judged: Judged | undefined; state: 'fresh' | 'checking' | 'failed' };

/** What is to be said of rules while they are written: asked of the server when the writing pauses. */
export function useLint(positionId: string, rules: Rule[], first: Judged): Looked {
  const text = JSON.stringify(rules);
  const [looked, setLooked] = useState<Looked & { text: string }>({ judged: first, state: 'fresh', text });
  const newest = useRef(0);
  useEffect(() => {
    newest.current += 1;
    const mine = newest.current;
    setLooked((before) => (before.text === text ? before : { ...before, state: 'checking' }));
    const timer = setTimeout(async () => {
      const answer = await call('position.lintRules', { params: { positionId }, input: { rules: JSON.parse(text) } });
      if (mine !== newest.current) return;
      setLooked((before) =>
        answer.ok ? { judged: answer.value, state: 'fresh', text } : { ...before, state: 'failed' },
      );
    }, stillMs);
    return () => clearTimeout(timer);
  }, [positionId, text]);
  return looked;
}
