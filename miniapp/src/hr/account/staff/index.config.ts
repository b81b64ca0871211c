import { hrAccount } from '#shared/copy/zh/hr-account.ts';

export default definePageConfig({ navigationBarTitleText: hrAccount.staff.title, enablePullDownRefresh: true });
