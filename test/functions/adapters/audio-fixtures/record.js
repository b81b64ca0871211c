// Runs in the page; see make.ts.
async function record({ mime, picture }) {
  if (!MediaRecorder.isTypeSupported(mime)) return undefined;
  const context = new AudioContext();
  const rate = context.sampleRate;
  const sound = context.createBuffer(1, 7 * rate, rate);
  const samples = sound.getChannelData(0);
  for (let i = 0; i < samples.length; i += 1) {
    const t = i / rate;
    const silent = (t >= 1.5 && t < 2.7) || (t >= 4.2 && t < 6);
    // Syllables, four in a second, never quite silent between them.
    const voice = 0.2 * (0.55 - 0.45 * Math.cos(2 * Math.PI * 4 * t));
    samples[i] = silent ? 0 : voice * (Math.sin(2 * Math.PI * 150 * t) + 0.5 * Math.sin(2 * Math.PI * 450 * t));
  }
  const source = context.createBufferSource();
  source.buffer = sound;
  const target = context.createMediaStreamDestination();
  source.connect(target);
  const stream = new MediaStream(target.stream.getTracks());
  if (picture) {
    const canvas = document.createElement('canvas');
    canvas.width = 64;
    canvas.height = 48;
    const brush = canvas.getContext('2d');
    // A canvas that nobody paints on sends no picture.
    const painter = setInterval(() => brush.fillRect(0, 0, Math.random() * 64, 48), 250);
    source.addEventListener('ended', () => clearInterval(painter));
    for (const track of canvas.captureStream(2).getTracks()) stream.addTrack(track);
  }
  const recorder = new MediaRecorder(stream, {
    mimeType: mime,
    audioBitsPerSecond: 24_000,
    videoBitsPerSecond: 30_000,
  });
  const parts = [];
  recorder.ondataavailable = ({ data }) => parts.push(data);
  const stopped = new Promise((resolve) => {
    recorder.onstop = resolve;
    source.addEventListener('ended', () => recorder.stop());
  });
  recorder.start(1000);
  source.start();
  await stopped;
  await context.close();
  const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

globalThis.record = record;
