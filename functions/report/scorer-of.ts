import type { Report } from '#shared/evaluation/report.ts';

/** As it stands beside a rating and in an event. */
export const scorerOf = ({ name, version }: Pick<Report['scorer'], 'name' | 'version'>): string => `${name}@${version}`;
