import type { Request } from '#functions/http/request.ts';
import type { Lessons } from '#functions/ports/training.ts';
import type { Clock, StaffActor } from '#functions/ports.ts';
import { ok } from '#shared/result.ts';
import { courseIds, courses } from '#shared/training/courses.ts';

type Deps = { lessons: Lessons; clock: Clock };

export async function progress({ lessons }: Deps, { actor }: Request<'training.progress', StaffActor>) {
  const known = await lessons.of(actor.company, actor.userId);
  const found = (course: (typeof courseIds)[number]) => known.find((one) => one.course === course);
  return ok({ courses: courseIds.map((course) => found(course) ?? { course, step: 0, completedAt: null }) });
}

export async function reach({ lessons }: Deps, { actor, params, input }: Request<'training.reach', StaffActor>) {
  const step = Math.min(input.step, courses[params.course].steps);
  await lessons.reach(actor.company, actor.userId, params.course, step);
  return ok({});
}

export async function complete(
  { lessons, clock }: Deps,
  { actor, params, input }: Request<'training.complete', StaffActor>,
) {
  const { course } = params;
  if (input.answer !== courses[course].right) return ok({ right: false, completedAt: null });
  const completedAt = await lessons.complete(actor.company, actor.userId, course, clock.now().toISOString());
  return ok({ right: true, completedAt });
}
