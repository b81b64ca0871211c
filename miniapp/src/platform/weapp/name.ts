export const platformName = 'weapp';
