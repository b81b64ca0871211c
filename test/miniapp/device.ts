import type { Call } from '../../miniapp/src/api/caller.ts';
import { newOperationId } from '../../miniapp/src/api/operation-id.ts';
import { createEndings } from '../../miniapp/src/state/endings.ts';
import { createJournal } from '../../miniapp/src/state/journal.ts';
import { createRoom, type Room } from '../../miniapp/src/state/room.ts';
import { deviceTimers } from '../../miniapp/src/state/timers.ts';
import { interviewId } from './fake-server.ts';
import { memoryStorage } from './memory-storage.ts';

/** A phone with the app on it. `kill` forgets everything but storage; timers of the killed app fire into nothing. */
export function createDevice(call: Call) {
  const storage = memoryStorage();
  let generation = 0;
  let app = launch();

  function launch() {
    const mine = ++generation;
    const alive = () => mine === generation;
    const timers = {
      set: (run: () => void, ms: number) => deviceTimers.set(() => alive() && run(), ms),
      clear: deviceTimers.clear,
    };
    const guarded = {
      ...storage,
      set: (key: string, value: unknown) => void (alive() && storage.set(key, value)),
      remove: (key: string) => void (alive() && storage.remove(key)),
    };
    const living = (async (...given: Parameters<Call>) => {
      // A dead app sends nothing; what it had sent already goes on by itself.
      if (!alive()) return new Promise<never>(() => {});
      const answer = await call(...given);
      return alive() ? answer : new Promise<never>(() => {});
    }) as Call;
    const journal = createJournal(guarded, timers);
    const endings = createEndings({ call: living, journal, timers, newId: newOperationId });
    return { journal, endings, timers, call: living, room: undefined as Room | undefined };
  }

  return {
    storage,
    endings: () => app.endings,
    room: () => app.room,
    /** Opens the interview's page. */
    open(opened?: { attempt: number; epoch: number }): Room {
      app.room?.leave();
      app.room = createRoom({
        interviewId,
        opened,
        call: app.call,
        journal: app.journal,
        endings: app.endings,
        timers: app.timers,
        newId: newOperationId,
        onChange: () => {},
      });
      return app.room;
    },
    kill() {
      app = launch();
    },
  };
}
