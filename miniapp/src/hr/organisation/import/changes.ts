import type { Output } from '#shared/contract/operations.ts';

type Preview = Pick<Output<'organisation.previewWecom'>, 'departments' | 'posts' | 'people'>;
type Kind = 'added' | 'changed' | 'gone';

/** How much of a preview is of each kind. */
export function changesIn({ departments, posts, people }: Preview): Record<Kind, number> {
  const all: readonly { change: Kind }[] = [...departments, ...posts, ...people];
  const count = (kind: Kind) => all.filter(({ change }) => change === kind).length;
  return { added: count('added'), changed: count('changed'), gone: count('gone') };
}

export const sumOf = (preview: Preview): number => {
  const { added, changed, gone } = changesIn(preview);
  return added + changed + gone;
};
