/** The practice question: nothing of it leaves the device. */
export const practice = {
  intro: '练习题不评分、不保存、不上传，离开这一页就清空。',
  hello: '您好，先用一道练习题熟悉一下。打字或按住说话都可以。',
  question: '请用一两句话介绍一下您自己。',
  kind: '练习题',
  placeholder: '打一句话试试',
  label: '练习题的回答',
  tried: {
    text: '收到了。正式作答时，每一条都会自动保存，您会看到「已保存」和时间。',
    voice: '收到了，点一下可以回听。正式作答时，录音会转成文字给您核对。',
  },
  play: (length: string) => `播放录音，${length}`,
  pause: '暂停',
  remove: '删除',
  onlyText: '这台设备不能录音，可以先练习打字。',
  toInterview: '进入面试',
  back: '练习好了',
} as const;
