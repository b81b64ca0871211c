import { apply } from '#shared/copy/zh/apply.ts';

export default definePageConfig({ navigationBarTitleText: apply.title });
