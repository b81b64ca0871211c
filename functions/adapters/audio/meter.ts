const frameSeconds = 0.02;

/**
 * Gathers sound as it comes and keeps four bytes of every 20 ms, so that ten minutes take 120 KB. `push` answers false
 * when the recording is longer than `maximum` seconds.
 */
export function createMeter(maximum: number) {
  let energies = new Float32Array(1024);
  let frames = 0;
  let seconds = 0;
  let sum = 0;
  let filled = 0;
  // A frame need not be a whole number of samples (220.5 at 11025 Hz): the rest goes to the next.
  let needed = 0;

  const close = () => {
    if (frames === energies.length) {
      const grown = new Float32Array(frames * 2);
      grown.set(energies);
      energies = grown;
    }
    energies[frames] = Math.min(1, Math.sqrt(sum / filled));
    frames += 1;
    sum = 0;
    filled = 0;
  };

  return {
    push(channels: readonly Float32Array[], sampleRate: number): boolean {
      const length = channels[0]?.length ?? 0;
      const size = sampleRate * frameSeconds;
      for (let i = 0; i < length; i += 1) {
        if (filled === 0 && needed < 1) needed += size;
        for (const samples of channels) {
          const value = samples[i] ?? 0;
          // A float file may hold anything, not-a-number included.
          if (value > -8 && value < 8) sum += (value * value) / channels.length;
        }
        filled += 1;
        if (filled < Math.floor(needed)) continue;
        needed -= filled;
        close();
      }
      seconds += length / sampleRate;
      return seconds <= maximum;
    },
    finish(): { seconds: number; energies: Float32Array } {
      if (filled >= needed / 2 && filled > 0) close();
      return { seconds: Math.round(seconds * 1000) / 1000, energies: energies.slice(0, frames) };
    },
  };
}
