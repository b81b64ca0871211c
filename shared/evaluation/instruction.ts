import { inSimplified } from './lexicon/traditional.ts';

/** Words to whoever grades, not to the question. Read on text without the spaces and marks put between Han characters. */
const patterns: readonly RegExp[] = [
  /(?:忽略|无视|忘记|忘掉|不要理会|不用管|不必理会|跳过|抛开|绕过|作废)(?:掉|你|您|了)*(?:以上|之前|前面|上述|先前|上面|所有|一切|全部|系统|原有|原来|评分|打分)[^。!?]{0,12}(?:指令|指示|提示|规则|要求|标准|设定|内容|命令|约束|限制)/u,
  /(?:请|务必|必须|直接|应当|应该|麻烦|帮我|给我(?!们)|求|拜托|劳烦)(?:(?!客户|顾客|用户|对方|领导|客人|家长|学生)[^。!?]){0,14}(?:满分|高分|最高分|最高评价|最高等级|一百分|100分|10分|[89]\d分|手下留情)/u,
  /(?:给|打|判|评)(?:我(?!们)|这道题|这题|这个回答|本题|本回答|该候选人|候选人|此候选人|这位(?:候选人|应聘者))[^。!?]{0,6}(?:满分|高分|最高|一百分|\d{2,3}分|通过)/u,
  /(?:本题|本回答|这个回答|这份回答|该回答|此回答|上述回答|以上回答|以上内容|这道题|该候选人|本候选人|这位候选人|此候选人|该应聘者|这位应聘者|本应聘者)[^。!?]{0,16}(?:满分|高分|最高|一百分|\d{2,3}分|五级|5级|表现优异|全部(?:采分|得分|要点|关键)|所有(?:采分|得分|要点|关键)|无需(?:再|核对|复核)|应(?:判|评)|直接通过|予以通过)/u,
  /(?:判|评|定|设|标|记|标记|视|认定|设置)(?:为|成|作|到)(?:最高|满分|五级|5级|a\+|一百分|(?:优秀|通过|合格)(?=[。!,?]|$))/u,
  /(?:等级|级别|评级|分数|得分|总分)(?:设|调|改|定|置)(?:为|成|到)[^。!?]{0,4}(?:最高|满|优|[五5]|\d{2,3})/u,
  /(?:建议|最终|应得|应给|系统)(?:分数|得分|评分|成绩|总分)(?:为|是|:|应为)?[^。!?]{0,3}(?:满|[九一]百?十?|\d{2,3})/u,
  /成绩(?:为|是)[^。!?]{0,5}分[^。!?]{0,4}请(?:照|按)/u,
  /(?:评分|打分|阅卷|评卷|判卷|改卷|评估|评审|评价)(?:系统|模型|助手|程序|机器人|老师|员|器|者|官|引擎|人员|ai)[^。!?]{0,14}(?:注意|请|应|必须|听|收到|您好|你好|无需|直接)/u,
  /(?:请|尊敬的|亲爱的|致)(?:各位)?(?:评分|打分|阅卷|评卷|判卷|评审|评委|考官|ai评|人工智能)/u,
  /(?:评分|评卷|阅卷|打分|评价)(?:流程|环节|任务)?(?:已|已经)(?:结束|完成|取消|关闭)/u,
  /你(?:现在)?(?:是|作为|扮演)(?:一个|一名|一位)?(?:评分|打分|阅卷|大语言模型|语言模型|ai|人工智能)/u,
  /作为(?:一个|一名)?(?:评分|打分|阅卷|评估|语言|大)(?:的)?(?:模型|系统|助手|ai)/u,
  /(?:所有|全部|以上|每个|各个)(?:的)?(?:关键点|要点|得分点|采分点|评分点|评分项|考点)[^。!?]{0,6}(?:覆盖|满足|提到|命中|答到|包含|答全|具备)/u,
  /(?:覆盖|满足|命中|包含|答到|达到)(?:了)?(?:所有|全部|每个|各个)(?:的)?(?:关键点|要点|得分点|采分点|评分点|评分项|评分标准|考点)/u,
  /(?:达到|符合|属于)(?:了)?(?:五级|5级|最高(?:级|等级|标准|水平)|满分)(?:标准|水平|要求)?/u,
  /(?:输出|返回|回复)[^。!?]{0,8}(?:满分|100|"?score"?|level|overall|五级)/u,
  /(?:^|[\n[(<{【（「])\s*(?:系统|管理员|开发者|平台)(?:消息|提示|指令|通知|公告)\s*[:\]】]|(?:为|是|收到)(?:系统|管理员|开发者)(?:消息|指令)|仅供(?:系统|评分|评估|ai|模型)|(?:评分|内部|隐藏)(?:指令|口令)|越狱模式|调试模式|开发者模式/u,
  /(?:ignore|disregard|forget|override|bypass)[^.!?\n]{0,40}(?:instruction|prompt|rule|rubric|above|previous|criteria|scoring)/u,
  /(?:give|award|assign|grant|rate|score|mark|return|output|print|set)\s+(?:(?:me|this|the|it|him|her|a|an|all|level|final|candidate|answer|of)\s+){0,4}[^.!?\n]{0,24}(?:full|perfect|maximum|highest|top|max|100|10\s*\/\s*10|\b5\b|five|a\+|matched|fulfilled|passed?)/u,
  /you\s+are\s+(?:now\s+)?(?:a|an|the)\s+(?:grader|evaluator|examiner|scorer|ai|assistant|language model)/u,
  /(?:maximum|full|perfect|highest|top)\s+(?:possible\s+)?(?:score|marks?|grade|points|rating|level)|(?:all|every)\s+(?:the\s+)?(?:key\s?points?|criteria|criterion|rubric)|no\s+deductions?|end\s+of\s+answer|(?:ai|llm)\s+(?:evaluator|grader|judge)|\b(?:grader|evaluator|examiner)\b\s*[:)\]]|grader\s+notes?|your\s+new\s+task|developer\s+mode|system\s+prompt/u,
  /(?:^|\n)\s*(?:system|assistant|developer)\s*:|<\|im_start\|>|\[\/?inst\]|###\s*(?:system|instruction)|"role"\s*:\s*"(?:system|assistant|developer)"/u,
  /"?(?:score|overall|grade|level|rating)"?\s*[:=]\s*"?(?:100|9\d|10\/10|5\b|full|max|a\+)/u,
  /(?:gei|ge)\s*(?:wo|ta)\s*(?:man|gao)\s*fen|hu\s?lue\s+(?:yi\s?shang|zhi\s?qian)/u,
  /満点|最高評価|採点者|만점|채점|최고\s?점수|note\s+maximale|puntuación\s+máxima|nota\s+máxima|volle\s+punkt|höchste\s+(?:note|punkt)|максимальн|punteggio\s+massimo|ignorez\s+les|ignora\s+las?\s+instruc|ignoriere/u,
];

/** A word to flatter whoever reads, or to thank them: it neither adds nor takes anything. */
export const courtesy =
  /(?:谢谢|感谢|多谢)(?:您|你|各位|大家|面试官|老师|评委|考官|领导|公司|贵公司)?(?:的|聆听|倾听|时间|机会|耐心|阅读|宝贵){0,5}|辛苦了|(?:面试官|老师|评委|考官|领导|您|你){1,3}(?:们)?(?:真的?|实在|太|非常|很|十分|特别|真是|最)?(?:辛苦|专业|英明|厉害|优秀|漂亮|公正|公平|伟大|聪明|有水平|有眼光|有经验|慧眼识珠|明察秋毫|英俊|帅|美)了?|(?:我的)?回答完毕|以上就是我的回答|我的回答(?:就是|完)[^。!?]{0,4}|祝(?:您|你|面试官|老师|公司|贵公司)[^。!?]{0,14}/gu;

/** Where a sentence (readable text) begins to instruct the grader, as an index into it; undefined when it does not. */
export function instructionAt(sentence: string): number | undefined {
  const same = inSimplified(sentence);
  const { text, from } = withoutGaps(same);
  const starts = patterns.flatMap((pattern) => {
    const squeezed = pattern.exec(text);
    const asIs = pattern.exec(same);
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
