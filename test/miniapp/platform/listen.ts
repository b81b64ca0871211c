import { decodeSound } from '#functions/adapters/audio/decode-sound.ts';
import { type Sound, soundLimits } from '#functions/adapters/audio/sound.ts';

/** What the server hears in a recording whose chunks were joined. */
export async function listen(chunks: Uint8Array[]): Promise<Sound & { peak: number }> {
  const answer = await decodeSound(Buffer.concat(chunks), soundLimits);
  if (!answer.ok) throw new Error(`the server cannot read it: ${answer.code}`);
  return { ...answer.sound, peak: answer.sound.energies.reduce((most, one) => Math.max(most, one), 0) };
}
