import { hr } from '#shared/copy/zh/hr.ts';

export default definePageConfig({ navigationBarTitleText: hr.workbench.title, enablePullDownRefresh: true });
