import { useEffect, useRef, useState } from 'react';
import { type OutboxMessage, type Person, type Scene, world } from './world-client.ts';

const pollMs = 1000;
const keptScenes = 1500;

export type Seen = {
  people: Person[];
  messages: OutboxMessage[];
  scenes: Scene[];
  /** Messages up to this id were there before the page was opened: they raise no banner. */
  oldUntil: string | undefined;
  reachable: boolean;
};

/** People, messages and scenes, asked for once a second; begins anew when the world was started anew. */
export function useWorld(): Seen {
  const [seen, setSeen] = useState<Seen>({
    people: [],
    messages: [],
    scenes: [],
    oldUntil: undefined,
    reachable: true,
  });
  const latest = useRef(seen);
  useEffect(() => {
    let timer = 0;
    let stopped = false;
    const keep = (change: Partial<Seen>) => {
      if (stopped) return;
      latest.current = { ...latest.current, ...change };
      setSeen(latest.current);
    };
    async function poll() {
      const { people, messages, scenes, oldUntil, reachable } = latest.current;
      try {
        const anew = !reachable || people.length === 0;
        const [who, sent, told] = await Promise.all([
          anew ? world.people() : { people },
          world.messages(anew ? '' : (messages.at(-1)?.id ?? '')),
          world.scenes(anew ? 0 : (scenes.at(-1)?.id ?? 0)),
        ]);
        const lying = withDone(messages, sent.done);
        if (anew || sent.messages.length > 0 || told.scenes.length > 0 || lying !== messages) {
          const all = anew ? sent.messages : [...lying, ...sent.messages];
          keep({
            people: who.people,
            messages: all,
            scenes: (anew ? told.scenes : [...scenes, ...told.scenes]).slice(-keptScenes),
            oldUntil: anew ? (all.at(-1)?.id ?? '') : oldUntil,
            reachable: true,
          });
        }
      } catch {
        if (reachable) keep({ reachable: false });
      }
      if (!stopped) timer = window.setTimeout(poll, pollMs);
    }
    void poll();
    return () => {
      stopped = true;
      window.clearTimeout(timer);
    };
  }, []);
  return seen;
}

/** Cards that were done with meanwhile; the same list where there is none. */
function withDone(messages: OutboxMessage[], done: Record<string, string>): OutboxMessage[] {
  const isNew = ({ id, card }: OutboxMessage) => card !== undefined && done[id] !== undefined && card.done !== done[id];
  if (!messages.some(isNew)) return messages;
  return messages.map((message) => {
    const said = done[message.id];
    return message.card && said !== undefined ? { ...message, card: { ...message.card, done: said } } : message;
  });
}
