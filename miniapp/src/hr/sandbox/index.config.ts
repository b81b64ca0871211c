import { hrTraining } from '#shared/copy/zh/hr-training.ts';

export default definePageConfig({ navigationBarTitleText: hrTraining.tabs.sandbox });
