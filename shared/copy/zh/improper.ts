import type { ImproperGround } from '../../organisation/position/improper-grounds.ts';

/** What no question may ask and no requirement may name: it says nothing of the work, and the law forbids to choose by it. */
export const improper: Record<ImproperGround, RegExp> = {
  age: /[您你](今年)?(多大|几岁|贵庚)|[您你]的(年龄|年纪|生日|出生)|出生(年月|日期)|\d{2} ?岁(以下|以内|以上|及以下)|年龄(不超过|限制|要求|在)|(80|85|90|95|00) ?后优先|属相|生肖|星座|血型/,
  marriage:
    /婚否|已婚|未婚|结婚|离婚|婚育|婚姻|男朋友|女朋友|单身|怀孕|备孕|生育|二胎|三胎|要孩子|生孩子|[您你]的?(孩子|小孩|宝宝|爱人|老公|老婆|丈夫|妻子)/,
  origin:
    /籍贯|老家|户口|户籍|[您你]是(哪里|哪儿|什么地方)的?人|(哪里|哪儿)人|本地人|外地人|外地户|民族|[您你]的?(宗教|信仰)|信什么教|政治面貌|是不是党员|党员优先/,
  health:
    /病史|残疾|残障|乙肝|艾滋|抑郁症|遗传病|慢性病|健康状况|身体(状况|健康|好不好|怎么样)|[您你]的?(身体|健康)|有没有病|吃什么药|体检结果/,
  gender:
    /限男|限女|男性优先|女性优先|男士优先|女士优先|男生优先|女生优先|[您你](是|作为)(一[名位个])?(男|女)(性|生|士|人|的)/,
  looks: /身高|体重|长相|颜值|相貌|五官端正|形象气质|三围/,
};
