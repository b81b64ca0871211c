import { learning } from '#shared/copy/zh/learning.ts';

export default definePageConfig({ navigationBarTitleText: learning.title, enablePullDownRefresh: true });
