export const platformName = 'h5';
