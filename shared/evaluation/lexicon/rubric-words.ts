/** Words of a key point that say nothing about what it wants to see. */
export const stopWords = new Set(
  (
    '的 了 和 与 及 或 并 并且 以及 是 在 有 对 把 被 到 从 向 为 以 用 让 给 其 等 先 再 后 也 都 就 会 能 要 应 ' +
    '我 你 您 他 她 它 我们 你们 他们 对方 自己 自己身上 身上 上 中 下 一个 一次 这个 那个 如 例如 比如 是否 如何 什么 ' +
    '说 说清 说出 说明 讲清 讲出 讲明 提出 提到 表示 表达 通过 针对 能够 可以 进行 做 作出 做出 给出 具体 相关 有关 主动 ' +
    'the a an of to and or in on with for is are be by at as'
  ).split(' '),
);

/** Characters that glue words together: a pair that holds one is no evidence. */
export const glue = /[的了和与及或并是在有对把被到从向为以用让给其等先再也都就会能要我你您他她它不没未无]/u;

/** People say one thing in many words. Each line is one idea; any of its words stands for any other. */
export const synonyms: readonly (readonly string[])[] = [
  '倾听 听完 听他说 听客户说 耐心听 聆听',
  '提问 询问 请教 问清 问清楚 问他 问了 问完 了解到',
  '需求 需要 痛点 诉求',
  '顾虑 担心 担忧 疑虑 最怕 害怕',
  '原因 因为 由于 为什么',
  '理解 体谅 明白您 站在您 换位',
  '方案 办法 对策',
  '跟进 跟踪 回访 保持联系',
  '复盘 反思 总结 回顾',
  '经验 教训',
  '成交 签单 签约 签下 下单 首单',
  '差距 差了 缺口 只完成 只做了',
  '情绪 心情 心态',
  '拆解 分解 拆成 细分',
  '计划 安排',
  '主管 领导 经理 上级 师傅',
  '同事 团队 组里 伙伴',
  '改善 提升 提高 好转 增长 涨到',
  '预算 心理价位 目标价',
  '标准 口径',
  '质量 品质 退货 不良率',
  '交期 交货 准时率 按时',
  '成本 损失',
  '优惠 折扣 让利 返点',
  '降价 便宜 打折 让价',
  '道歉 对不起 抱歉 不好意思 致歉',
  '安抚 安慰 稳住',
  '立即 马上 立刻 第一时间 五分钟内',
  '打电话 电话 通话',
  '上门 当面 现场 拜访',
  '核实 确认 查清 查明 弄清',
  '补救 补发 补货 赔偿 专车',
  '推卸 推责 推给 甩锅',
  '责任 担责 负责',
  '协调 协同 联动 配合',
  '样品 样件',
  '试用 试装 试样',
  '试单 试订',
  '案例 例子 样板',
  '报告 证书',
  '监控 告警 报警',
  '回滚 降级 熔断 限流',
  '日志 链路 堆栈',
  '分组 归类',
  '去重 重复',
  '边界 为空 空数组 异常输入',
].map((line) => line.split(' '));

/** Key-point words that any figure shows. */
export const figureWords = new Set(['数字', '数据', '量化', '指标', '结果数据']);
export const figure = /\d|[一二两三四五六七八九十百千]+(?:成|倍|万|单|家|个月|台|件)/gu;

/** Key-point words that a named time shows. */
export const timeWords = new Set(['时间', '日期', '时间点']);
export const namedTime =
  /周[一二三四五六日末天]|星期[一二三四五六日天]|[\d一二两三四五六七八九十]+(?:点|号|分钟|小时|天内)|[上下]午|明天|后天|今天|明早|下周/gu;
