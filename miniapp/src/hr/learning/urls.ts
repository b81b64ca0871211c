export const learningUrl = (section = 'overview'): string =>
  section === 'overview' ? '/hr/learning/index' : `/hr/learning/index?section=${section}`;
