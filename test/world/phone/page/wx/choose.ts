/** Files from the chats, pictures from the album. */
import { keepFile } from '../files.ts';
import { chooseFiles } from '../overlay/choose.ts';
import { ApiError, api, type Options } from './api.ts';
import { need } from './permission.ts';

const pictures = 'image/*';

async function choose(kind: 'file' | 'album', name: string, accept: string, options: Options, title: string) {
  await need(kind, name);
  const most = Number(options.count ?? 9);
  const files = await chooseFiles({ title, accept, several: most > 1 });
  if (!files || files.length === 0) throw new ApiError('cancel');
  return Promise.all(
    files.slice(0, most).map(async (file) => {
      const extension = file.name.includes('.') ? (file.name.split('.').at(-1) ?? 'bin') : 'bin';
      const path = keepFile(await file.arrayBuffer(), extension, file.type);
      return { file, path };
    }),
  );
}

const kindOf = ({ type }: File) => (type.startsWith('image/') ? 'image' : type.startsWith('video/') ? 'video' : 'file');

export const choosing = {
  chooseMessageFile: api('chooseMessageFile', async (options) => {
    if (typeof options.count !== 'number')
      throw new ApiError('parameter error: parameter.count should be Number instead of Undefined;');
    const extensions = options.type === 'file' ? ((options.extension as string[] | undefined) ?? []) : [];
    const accept =
      options.type === 'image' ? pictures : extensions.map((one) => `.${one.replace(/^\./, '')}`).join(',');
    const chosen = await choose('file', 'chooseMessageFile', accept, options, '选择聊天中的文件');
    return {
      tempFiles: chosen.map(({ file, path }) => ({
        path, name: file.name, size: file.size, time: Math.floor(file.lastModified / 1000), type: kindOf(file),
      })),
    }; // biome-ignore format: short
  }),
  chooseMedia: api('chooseMedia', async (options) => {
    const types = (options.mediaType as string[] | undefined) ?? ['image', 'video'];
    const accept = types.flatMap((type) => (type === 'mix' ? [pictures, 'video/*'] : [`${type}/*`])).join(',');
    const chosen = await choose('album', 'chooseMedia', accept, options, '选择照片或视频');
    const tempFiles = chosen.map(({ file, path }) => ({ tempFilePath: path, size: file.size, fileType: kindOf(file) }));
    return { tempFiles, type: tempFiles.every(({ fileType }) => fileType === 'image') ? 'image' : 'mix' };
  }),
  chooseImage: api('chooseImage', async (options) => {
    const chosen = await choose('album', 'chooseImage', pictures, options, '选择照片');
    return {
      tempFilePaths: chosen.map(({ path }) => path),
      tempFiles: chosen.map(({ file, path }) => ({ path, size: file.size })),
    };
  }),
};
