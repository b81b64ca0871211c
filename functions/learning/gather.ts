import type { Lessons } from '#functions/ports/learning.ts';
import type { Directory } from '#functions/ports.ts';
import type { Lesson } from '#shared/analytics/lesson.ts';
import { type TeachDeps, teach } from './teach.ts';

export type GatherDeps = TeachDeps & { lessons: Lessons; directory: Pick<Directory, 'requisitions'> };

/** Interviews that are read at the same time. */
const atOnce = 16;

/**
 * What all interviews of a company teach, opening by opening. Only those whose copies have moved on since are read anew, so
 * a turn costs what happened since the last one.
 */
export async function gather(deps: GatherDeps, company: string): Promise<Lesson[]> {
  const all: Lesson[] = [];
  for (const { requisitionId } of await deps.directory.requisitions(company)) {
    all.push(...(await ofOpening(deps, company, requisitionId)));
  }
  return all;
}

async function ofOpening(deps: GatherDeps, company: string, requisitionId: string): Promise<Lesson[]> {
  const [wanted, kept] = await Promise.all([
    deps.lessons.wanted(company, requisitionId),
    deps.lessons.of(company, requisitionId),
  ]);
  const known = new Map(kept.map((lesson) => [lesson.interviewId, lesson]));
  const there = new Set(wanted.map(({ interviewId }) => interviewId));
  const behind = wanted.filter(({ interviewId, version }) => (known.get(interviewId)?.version ?? 0) < version);
  const worker = async () => {
    for (let next = behind.pop(); next !== undefined; next = behind.pop()) {
      const lesson = await teach(deps, company, next.interviewId);
      if (lesson === undefined) continue;
      await deps.lessons.put(company, lesson);
      known.set(lesson.interviewId, lesson);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, behind.length) }, worker));
  const gone = kept.filter(({ interviewId }) => !there.has(interviewId));
  await Promise.all(gone.map((lesson) => deps.lessons.remove(company, lesson)));
  return [...known.values()].filter(({ interviewId }) => there.has(interviewId));
}
