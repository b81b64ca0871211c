/** Where a clip's bytes lie. Every piece is an id of ours or was checked against one: no key is made of what a phone says. */
export type ClipPlace = { company: string; interviewId: string; attempt: number; questionId: string; clipId: string };

const partDigits = 5;

/** The one builder of keys under which phones write. */
export const mediaKey = {
  folder: ({ company, interviewId, attempt, questionId, clipId }: ClipPlace): string =>
    `c/${company}/interview/${interviewId}/clip/${attempt}/${questionId}/${clipId}/`,
  part: (place: ClipPlace, part: number): string => `${mediaKey.folder(place)}${partName(part)}`,
  whole: (place: ClipPlace): string => `${mediaKey.folder(place)}${wholeName}`,
  probe: (company: string, interviewId: string): string => `c/${company}/interview/${interviewId}/probe`,
} as const;

export const wholeName = 'whole';
export const partName = (part: number): string => String(part).padStart(partDigits, '0');
