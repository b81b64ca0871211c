import { hrStatus } from '#shared/copy/zh/hr-status.ts';

export default definePageConfig({ navigationBarTitleText: hrStatus.title, enablePullDownRefresh: true });
