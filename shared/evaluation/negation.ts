import type { Span } from './normalise.ts';
import { clausesOf } from './segment.ts';

/** Look like a denial and are none. 「能不能」「有没有」 are caught by their shape. */
const harmless =
  /不断|不仅|不但|不光|不只|不单|不得不|不妨|不同|不少|不错|不管|不论|无论|未来|未必|没问题|没关系|无疑|不久|不满|不良|不足|不够|不好|不停|不懈|不可或缺|不一样|不限于|差不多|对不起|了不起|来不及|忍不住|无锡|无线|无缝|(?<v>[\p{Script=Han}])[不没]\k<v>|有没有/gu;
const denial =
  /没有|没能|没|从未|从不|未曾|未能|尚未|并未|未|不会|不能|不要|不是|不用|不需要|不愿|不想|不太|不|无法|毫无|无|缺乏|缺少|忽视|忽略|忘记|忘了|放弃|希望少|尽量少|很少|别/gu;
/** 「复盘没做过」「销售经验:无」: the denial comes last and takes the whole clause. */
const closing =
  /(?:没有?|未曾?|从没|从未)(?:做|试|用|学|接触|经历|参与)?过?[。!?;.」』\s]*$|^\s*(?:无|没有)[。!?;.\s]*$/u;
const anotherPerson = /客户|顾客|用户|对方|他们|她们|他|她|竞争对手|同行|李经理/u;
/** In place of what is no denial, so that offsets stay. */
const cover = '\uFFFC';
const oneself = /我/;
const reach = 8;

/**
 * For every character of the span: whether what stands there is denied by the speaker. Two denials cancel out; a denial
 * reaches a few characters within its clause; what another person did not do is no denial of one's own.
 */
export function deniedIn(text: string, span: Span): boolean[] {
  const denied = new Array<boolean>(span.end - span.start).fill(false);
  const flip = (from: number, to: number) => {
    for (let at = from; at < Math.min(to, span.end); at += 1) denied[at - span.start] = !denied[at - span.start];
  };
  let previous: Span | undefined;
  for (const clause of clausesOf(text, span)) {
    const words = text.slice(clause.start, clause.end);
    const covered = words.replace(harmless, (found) => cover.repeat(found.length));
    const end = closing.exec(covered);
    if (end && end[0].trim() !== '') {
      const alone = end.index === 0 && previous && text[clause.start - 1] === ':';
      flip(alone ? (previous?.start ?? clause.start) : clause.start, clause.end);
    } else {
      for (const found of covered.matchAll(denial)) {
        const before = covered.slice(0, found.index);
        if (anotherPerson.test(before) && !oneself.test(before)) continue;
        const after = clause.start + found.index + found[0].length;
        flip(after, Math.min(after + reach, clause.end));
      }
    }
    previous = clause;
  }
  return denied;
}

/** Whether a key point asks for something not to be done: 「不马上答应降价」. */
export function isDenial(keyPoint: string): boolean {
  const covered = keyPoint.replace(harmless, (found) => cover.repeat(found.length));
  return [...covered.matchAll(denial)].length % 2 === 1;
}
