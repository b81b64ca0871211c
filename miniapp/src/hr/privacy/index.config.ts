import { hrPrivacy } from '#shared/copy/zh/hr-privacy.ts';

export default definePageConfig({ navigationBarTitleText: hrPrivacy.erasures.title, enablePullDownRefresh: true });
