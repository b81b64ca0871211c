import type { Question } from '../../interview/plan.ts';
import type { PositionDraft } from './draft.ts';
import { positionSettings } from './draft.ts';
import { same } from './same.ts';

/**
 * What I changed since `base`, on top of what somebody else made of it meanwhile: question by question, setting by setting.
 * Where both changed the same thing mine is taken; theirs stands in the history.
 */
export function mergeDrafts(base: PositionDraft, theirs: PositionDraft, mine: PositionDraft): PositionDraft {
  const pick = <T>(of: (draft: PositionDraft) => T): T => of(same(of(base), of(mine)) ? theirs : mine);
  const briefing = pick((draft) => draft.briefing);
  const settings = positionSettings.map((name) => [name, pick((draft) => draft.settings[name])] as const);
  return {
    title: pick((draft) => draft.title),
    department: pick((draft) => draft.department),
    secondInterview: pick((draft) => draft.secondInterview),
    criteria: pick((draft) => draft.criteria),
    ...(briefing === undefined ? {} : { briefing }),
    plan: {
      introduction: pick((draft) => draft.plan.introduction),
      competencies: pick((draft) => draft.plan.competencies),
      questions: mergeQuestions(base.plan.questions, theirs.plan.questions, mine.plan.questions),
    },
    settings: Object.fromEntries(settings.filter(([, value]) => value !== undefined)),
  };
}

/** In my order where I changed it, with what the other side added at the end. */
function mergeQuestions(base: Question[], theirs: Question[], mine: Question[]): Question[] {
  const find = (all: Question[], id: string) => all.find((one) => one.id === id);
  const untouched = (question: Question) => same(find(base, question.id), question);
  const ids = (all: Question[]) => all.map(({ id }) => id);
  const [first, second] = same(ids(base), ids(mine)) ? [theirs, mine] : [mine, theirs];
  const order = [...new Set([...ids(first), ...ids(second)])];
  return order.flatMap((id) => {
    const [was, other, own] = [find(base, id), find(theirs, id), find(mine, id)];
    // Deleted by one of us, and not touched by the other.
    if (own === undefined) return was === undefined || (other && !untouched(other)) ? (other ?? []) : [];
    if (other === undefined) return was === undefined || !untouched(own) ? own : [];
    return untouched(own) ? other : own;
  });
}
