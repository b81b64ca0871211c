import type { Post } from './records.ts';

/** 编制, 在职, 缺编; those on their way (待入职); how many people open requisitions still look for. */
export type Numbers = { headcount: number; inPost: number; vacancies: number; onTheWay: number; sought: number };
export const noNumbers: Numbers = { headcount: 0, inPost: 0, vacancies: 0, onTheWay: 0, sought: 0 };

/** What a post's requisitions come to, counted from the events of their interviews. */
type Hired = { vacancies: number; filled: number; joined: number; closedAt: string | null };

/** 已入职 are in post, once each, for as long as their interviews say so. */
export function numbersOf(post: Pick<Post, 'headcount' | 'others'> | undefined, hired: readonly Hired[]): Numbers {
  const joined = joinedIn(hired);
  const headcount = post?.headcount ?? 0;
  const inPost = Math.max(0, (post?.others ?? 0) + joined);
  return {
    headcount,
    inPost,
    vacancies: Math.max(0, headcount - inPost),
    onTheWay: sum(hired, ({ filled, joined: arrived }) => Math.max(0, filled - arrived)),
    sought: sum(hired, ({ closedAt, vacancies, filled }) => (closedAt === null ? Math.max(0, vacancies - filled) : 0)),
  };
}

export const joinedIn = (hired: readonly Pick<Hired, 'joined'>[]): number => sum(hired, ({ joined }) => joined);

/** What is stored where HR says that so many are in post, having seen `joined` of them arrive through interviews. */
export const othersFrom = (inPost: number, joined: number): number => inPost - joined;

export const added = (all: readonly Numbers[]): Numbers => ({
  headcount: sum(all, ({ headcount }) => headcount),
  inPost: sum(all, ({ inPost }) => inPost),
  vacancies: sum(all, ({ vacancies }) => vacancies),
  onTheWay: sum(all, ({ onTheWay }) => onTheWay),
  sought: sum(all, ({ sought }) => sought),
});

/**
 * How many people a requisition of this post may look for: the vacancies, less those who are on their way or looked for
 * by its other requisitions.
 */
export function mostFor(post: Pick<Post, 'headcount' | 'others'>, others: readonly Hired[], own?: Hired): number {
  const all = own === undefined ? others : [...others, own];
  const { vacancies } = numbersOf(post, all);
  const elsewhere = numbersOf(undefined, others);
  // Who joined through it has become one of those in post, and still counts among what it looks for.
  return Math.max(0, vacancies - elsewhere.onTheWay - elsewhere.sought) + (own?.joined ?? 0);
}

const sum = <T>(all: readonly T[], of: (one: T) => number): number => all.reduce((total, one) => total + of(one), 0);
