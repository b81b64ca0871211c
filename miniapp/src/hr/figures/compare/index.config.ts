import { figures } from '#shared/copy/zh/figures.ts';

export default definePageConfig({ navigationBarTitleText: figures.compare.title });
