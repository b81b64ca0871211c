/** The practice question: nothing of it leaves the device. */
export const practice = {
  intro: 'This is practice: not scored, not kept, not uploaded. Leave this page and it is gone.',
  hello: 'Hello! Try one practice question first, typing or holding to talk.',
  question: 'Please introduce yourself in a sentence or two.',
  kind: 'Practice',
  placeholder: 'Type something',
  label: 'Answer to the practice question',
  tried: {
    text: 'Got it. In the interview every message is saved by itself; you see “Saved” and the time.',
    voice: 'Got it, tap to listen. In the interview it is written down for you to check.',
  },
  play: (length: string) => `Play recording, ${length}`,
  pause: 'Pause',
  remove: 'Remove',
  onlyText: 'This device cannot record; you can practise typing.',
  toInterview: 'To the interview',
  back: 'Done practising',
} as const;
