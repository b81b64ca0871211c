import { candidate } from '#shared/copy/zh/candidate.ts';

export default definePageConfig({ navigationBarTitleText: candidate.titles.practice });
