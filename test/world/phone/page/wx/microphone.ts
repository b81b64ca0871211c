/** The machine's microphone, as samples at the rate asked for. */

// Runs in the audio thread, which takes its code from a file of its own.
const tap = `registerProcessor('tap', class extends AudioWorkletProcessor {
  constructor() { super(); this.held = []; this.count = 0; }
  process([channels]) {
    if (channels.length > 0) {
      this.held.push(channels.map((samples) => samples.slice()));
      this.count += channels[0].length;
    }
    if (this.count >= 1024) { this.port.postMessage(this.held); this.held = []; this.count = 0; }
    return true;
  }
});`;

export type Microphone = { stream: MediaStream; context: AudioContext };

export async function openMicrophone(
  sampleRate: number,
  channels: number,
  hear: (channels: Float32Array[]) => void,
): Promise<Microphone> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const context = new AudioContext({ sampleRate });
  const url = URL.createObjectURL(new Blob([tap], { type: 'text/javascript' }));
  await context.audioWorklet.addModule(url);
  URL.revokeObjectURL(url);
  const node = new AudioWorkletNode(context, 'tap', {
    numberOfOutputs: 0,
    channelCount: channels,
    channelCountMode: 'explicit',
  });
  node.port.onmessage = ({ data }: MessageEvent<Float32Array[][]>) => {
    for (const block of data) hear(block);
  };
  context.createMediaStreamSource(stream).connect(node);
  await context.resume();
  return { stream, context };
}

export async function closeStream({ stream, context }: Microphone): Promise<void> {
  for (const track of stream.getTracks()) track.stop();
  await context.close();
}
