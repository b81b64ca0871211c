import { hrIntake } from '#shared/copy/zh/hr-intake.ts';

export default definePageConfig({ navigationBarTitleText: hrIntake.title });
