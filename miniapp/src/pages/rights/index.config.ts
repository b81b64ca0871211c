import { privacy } from '#shared/copy/zh/privacy.ts';

export default definePageConfig({ navigationBarTitleText: privacy.title });
