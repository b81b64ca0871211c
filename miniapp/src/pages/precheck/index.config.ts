import { precheck } from '#shared/copy/zh/precheck.ts';

export default definePageConfig({ navigationBarTitleText: precheck.title });
