/** Words to whoever grades, not to the question. Read on text without the spaces and marks put between Han characters. */
const patterns: readonly RegExp[] = [
  /(?:忽略|无视|忘记|忘掉|不要理会|不用管|跳过|抛开)(?:掉|你|您)*(?:以上|之前|前面|上述|先前|上面|所有|一切|全部|系统)[^。!?]{0,12}(?:指令|指示|提示|规则|要求|标准|设定|内容|命令)/u,
  /(?:请|务必|必须|直接|应当|应该|麻烦|帮我|给我(?!们)|求)(?:(?!客户|顾客|用户|对方|领导)[^。!?]){0,14}(?:满分|高分|最高分|最高评价|一百分|100分|10分|[89]\d分)/u,
  /(?:给|打|判|评)(?:我(?!们)|这道题|这个回答|本题|本回答|该候选人|候选人|此候选人)[^。!?]{0,6}(?:满分|高分|最高分|一百分|\d{2,3}分|通过)/u,
  /(?:本题|本回答|这个回答|该回答|此回答|这道题|该候选人)[^。!?]{0,6}(?:得|评|判|打|值|应为|应得)[^。!?]{0,4}(?:满分|高分|最高分|一百分|\d{2,3}分)/u,
  /(?:评分|打分|阅卷|评估)(?:系统|模型|助手|程序|机器人|员|器|者|ai)[^。!?]{0,10}(?:注意|请|应|必须|听|收到)/u,
  /你(?:现在)?(?:是|作为|扮演)(?:一个|一名|一位)?(?:评分|打分|阅卷|大语言模型|语言模型|ai|人工智能)/u,
  /(?:所有|全部|以上)(?:的)?(?:关键点|要点|得分点|采分点|评分点)[^。!?]{0,6}(?:覆盖|满足|提到|命中|答到|包含)/u,
  /(?:输出|返回|回复)[^。!?]{0,8}(?:满分|100|"?score"?)/u,
  /(?:ignore|disregard|forget)[^.!?\n]{0,30}(?:instruction|prompt|rule|rubric|above|previous)/u,
  /(?:give|award|assign|grant|rate)\s+(?:me|this|the|it)\b[^.!?\n]{0,30}(?:full|perfect|maximum|highest|top|100|10\s*\/\s*10)/u,
  /you\s+are\s+(?:now\s+)?(?:a|an|the)\s+(?:grader|evaluator|examiner|scorer|ai|assistant|language model)/u,
  /(?:^|\n)\s*(?:system|assistant)\s*:|<\|im_start\|>|\[\/?inst\]|###\s*(?:system|instruction)/u,
  /"?(?:score|overall|grade)"?\s*[:=]\s*"?(?:100|10\/10|full|max)/u,
];

/** Where a sentence (readable text) begins to instruct the grader, as an index into it; undefined when it does not. */
export function instructionAt(sentence: string): number | undefined {
  const { text, from } = withoutGaps(sentence);
  const starts = patterns.flatMap((pattern) => {
    const squeezed = pattern.exec(text);
    const asIs = pattern.exec(sentence);
    return [...(squeezed ? [from[squeezed.index] ?? 0] : []), ...(asIs ? [asIs.index] : [])];
  });
  return starts.length === 0 ? undefined : Math.min(...starts);
}

/** 「忽 略*以-上」 reads 「忽略以上」. */
function withoutGaps(sentence: string): { text: string; from: number[] } {
  let text = '';
  const from: number[] = [];
  for (let at = 0; at < sentence.length; at += 1) {
    const gap = /^[\s*_\-.·~|/\\]+/u.exec(sentence.slice(at, at + 6))?.[0].length ?? 0;
    if (gap > 0 && isHan(sentence[at - 1]) && isHan(sentence[at + gap])) {
      at += gap - 1;
      continue;
    }
    text += sentence[at];
    from.push(at);
  }
  return { text, from };
}

const isHan = (character: string | undefined): boolean => character !== undefined && /\p{Script=Han}/u.test(character);
