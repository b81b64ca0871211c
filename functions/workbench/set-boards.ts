import type { Boards, Healed, WorkbenchRows } from '#functions/ports/workbench.ts';
import type { Clock, Directory, Messengers } from '#functions/ports.ts';
import { board as names } from '#shared/copy/zh/board.ts';
import { figuresOf } from './figures.ts';

export type SetBoardsDeps = {
  boards: Boards;
  rows: Pick<WorkbenchRows, 'counts' | 'bookedOn'>;
  healed: Healed;
  directory: Pick<Directory, 'company'>;
  messengers: Pick<Messengers, 'wecomBoard'>;
  clock: Clock;
};
/** 'later': WeCom could not be reached for somebody, who is asked for again with everybody else. */
export type BoardsSet = 'set' | 'same' | 'later';

const page = 'hr/workbench/index';
const queues = ['awaiting', 'no_show', 'trouble', 'today'] as const;

/** Sets the figures under the app on WeCom's workbench, of every recruiter of a company; four is what WeCom has room for. */
export async function setBoards(deps: SetBoardsDeps, company: string): Promise<BoardsSet> {
  const [{ queues: counts }, people] = await Promise.all([figuresOf(deps, company), deps.boards.readers(company)]);
  const items = queues.map((queue) => ({
    key: names[queue],
    data: String(counts[queue]),
    page: `${page}?queue=${queue}`,
  }));
  const shown = JSON.stringify([people, counts]);
  if ((await deps.boards.shown(company)) === shown) return 'same';
  const sent = [];
  for (const userid of people) sent.push(await deps.messengers.wecomBoard({ userid }, items));
  if (sent.some(({ state }) => state === 'unavailable')) return 'later';
  await deps.boards.keep(company, shown);
  return 'set';
}
