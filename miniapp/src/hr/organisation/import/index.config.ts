import { hrOrganisation } from '#shared/copy/zh/hr-organisation.ts';

export default definePageConfig({ navigationBarTitleText: hrOrganisation.import.title });
