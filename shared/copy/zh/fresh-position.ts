/** What a new position says before HR has said anything. */
export const fresh = {
  introduction: (questions: number, minutes: number) =>
    `您好，我是面试助手。接下来有 ${questions} 道题，大约需要 ${minutes} 分钟，可以打字，也可以按住说话，随时会为您保存。\n请多讲您亲自做过的事和具体的数字。您的回答由 AI 协助整理，最终由招聘人员判断。`,
  position: {
    title: '',
    department: '',
    briefing: { title: '', text: '' },
    criteria: [['相关经验', ['经验', '经历', '负责']]],
    competencies: [['岗位能力', '做好这个岗位最需要的能力。']],
    questions: [
      {
        prompt: '请讲一件您做过的、与这个岗位最相关的事：当时是什么情况，您做了什么，结果怎么样？',
        keyPoints: ['说清当时的情况', '讲清自己做的部分', '说明遇到的困难', '用事实或数字说明结果'],
      },
    ],
  },
} as const;
