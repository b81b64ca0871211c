/** What the interviewer asks when an answer stays vague. Neutral: it says nothing of what a good answer holds. */
export const followUp = {
  more: '能再具体一点吗？当时是什么情况，您自己做了什么？',
  result: '后来结果怎么样？有没有可以说明的事实或数字？',
  scene: '对方听完以后还在犹豫，您接下来会怎么说、怎么做？',
};
