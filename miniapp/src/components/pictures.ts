/** Pictures drawn here, as data addresses: no file, no foreign host. Colours hold on light and dark ground alike. */
const picture = (width: number, height: number, inside: string): string =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" fill="none">${inside}</svg>`,
  )}`;

export const pictures = {
  chat: picture(
    120,
    96,
    '<rect x="14" y="14" width="66" height="38" rx="14" fill="#0f766e" fill-opacity=".16"/>' +
      '<circle cx="34" cy="33" r="3.5" fill="#14a292"/><circle cx="47" cy="33" r="3.5" fill="#14a292"/><circle cx="60" cy="33" r="3.5" fill="#14a292"/>' +
      '<rect x="42" y="50" width="64" height="32" rx="14" fill="#14a292"/>' +
      '<path d="M62 66l7 7 14-14" stroke="#fff" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"/>',
  ),
} as const;
