/** What happened behind the scenes, in words a newcomer can follow: request → event → reaction → message. */
export type Scene = {
  id: number;
  at: string;
  kind: 'request' | 'event' | 'job' | 'sweep' | 'fault' | 'clock';
  text: string;
  interviewId?: string;
};

const kept = 500;

export function createBackstage(now: () => Date) {
  const scenes: Scene[] = [];
  const listeners = new Set<(scene: Scene) => void>();
  let last = 0;
  return {
    add(scene: Omit<Scene, 'id' | 'at'>): void {
      last += 1;
      const full = { id: last, at: now().toISOString(), ...scene };
      scenes.push(full);
      if (scenes.length > kept) scenes.shift();
      for (const listener of listeners) listener(full);
    },
    list: (after = 0): Scene[] => scenes.filter((scene) => scene.id > after),
    subscribe(listener: (scene: Scene) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
export type Backstage = ReturnType<typeof createBackstage>;
