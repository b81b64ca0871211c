import type { SaveBytes, SaveFile } from '../save-file.ts';

export const saveFile: SaveFile = async ({ name, text, mime }) => {
  saveBlob(name, new Blob([text], { type: `${mime};charset=utf-8` }));
  return 'saved';
};

export const saveBytes: SaveBytes = async ({ name, base64, mime }) => {
  const bytes = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
  saveBlob(name, new Blob([bytes], { type: mime }));
  return 'saved';
};

/** Draws an SVG as a PNG of so many pixels a side, and saves it. */
export async function savePicture(name: string, svg: string, pixels: number): Promise<void> {
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await picture.decode();
  const canvas = document.createElement('canvas');
  canvas.width = pixels;
  canvas.height = pixels;
  canvas.getContext('2d')?.drawImage(picture, 0, 0, pixels, pixels);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (blob) saveBlob(name, blob);
}

function saveBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
