import { action, cause, figure, speech } from '../lexicon/markers.ts';
import { splitAt } from '../segment.ts';
import { type Guard, lettersOf } from './asked.ts';

const leastNumbers = 5;
const bareShare = 0.6;
const measures =
  /率|度|用时|排名|名次|第\d|人次|起|回访|损失|税|周期|比|人效|坪效|成本|时长|时间|毛利|周转|满意|增长|提升|下降|降低|提高|缩短|达成|准确|覆盖|效率|金额|样本|指标|auc|roi|gmv|mttr|mtbf|oee|nps|kpi|血|体|心|量|重|高|次$|%$/u;

/** Figures in a row with a noun each and nothing that was done: they are no evidence of anything. */
export const numberStuffing: Guard = ({ text }) => {
  const clauses = splitAt(text, { start: 0, end: text.length }, /[,。!?;、\n]+/gu).filter(
    ({ start, end }) => lettersOf(text.slice(start, end)) !== '',
  );
  const bare = clauses.filter(({ start, end }) => {
    const words = text.slice(start, end);
    const left = lettersOf(words.replace(figure, '').replace(/\d+(?:\.\d+)?/gu, ''));
    return (
      /\d|百分之/u.test(words) &&
      left.length <= 8 &&
      measures.test(words.replace(/[,。!?;、\s]+$/u, '')) &&
      (/[率度]/u.test(words) || [...words.matchAll(action)].length <= 1)
    );
  });
  const told = [...text.matchAll(cause)].length + [...text.matchAll(speech)].length;
  const stuffed = bare.length >= leastNumbers && bare.length >= bareShare * clauses.length && told <= 1;
  return stuffed ? [{ flag: 'number_stuffing', spans: clauses }] : [];
};
