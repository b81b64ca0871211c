import { hr } from '#shared/copy/zh/hr.ts';

export default definePageConfig({ navigationBarTitleText: hr.review.title, enablePullDownRefresh: true });
