/** Where a file's bytes lie. Every piece is an id of ours: no key is made of what somebody calls a file. */
export const fileKey = {
  folder: (company: string, fileId: string): string => `c/${company}/intake/${fileId}/`,
  upload: (company: string, fileId: string): string => `${fileKey.folder(company, fileId)}upload`,
  /** Kept as long as the résumé is; the upload goes away by itself. */
  resume: (company: string, fileId: string): string => `c/${company}/resume/${fileId}`,
} as const;
