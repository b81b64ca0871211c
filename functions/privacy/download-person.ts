import type { Media } from '#functions/ports/clip.ts';
import type { Files, Openings, People, StoredResume, Wish } from '#functions/ports/intake.ts';
import type { Directory } from '#functions/ports.ts';
import { mediaLimits } from '#shared/interview/media.ts';

export type PersonDeps = {
  directory: Pick<Directory, 'company' | 'candidate' | 'requisitions' | 'position'>;
  people: Pick<People, 'resume'>;
  files: Pick<Files, 'get'>;
  openings: Pick<Openings, 'wish'>;
  media: Media;
};

/** The original opens for some minutes, as recordings do. */
async function storedData({ media }: PersonDeps, { text, at, file }: StoredResume) {
  return {
    text,
    at,
    file: file && { name: file.name, url: await media.url(file.key, mediaLimits.playMinutes) },
  };
}

/** `otherwise`: what stands with a person for whom there is no résumé by itself. */
export const resumeData = async (deps: PersonDeps, resume: StoredResume | undefined, otherwise: string) =>
  resume === undefined ? { text: otherwise, at: null, file: null } : storedData(deps, resume);

/** What they applied with, also where nothing could be taken out of it. */
export async function filesData({ files }: PersonDeps, company: string, wishes: Wish[]) {
  const ids = wishes.flatMap(({ fileId, unread }) => [fileId, unread?.fileId ?? null]).filter((id) => id !== null);
  const found = await Promise.all([...new Set(ids)].map((id) => files.get(company, id)));
  return found
    .filter((file) => file !== undefined)
    .map(({ name, mime, at, state, code, text }) => ({ name, mime, at, state, code, text }));
}

export const applicationsData = (deps: PersonDeps, wishes: Wish[]) =>
  Promise.all(
    wishes.map(async ({ requisitionId, name, at, source, consent, times, newer }) => ({
      requisitionId,
      name,
      at,
      source,
      consent,
      times,
      newerResume: newer && (await storedData(deps, newer)),
    })),
  );
