import Taro from '@tarojs/taro';

/** Asks for one message of each template; must be called in the tap itself. Names of those accepted; none where it is not to be had (WeCom). */
export async function askSubscription<T extends string>(templates: Record<T, string>): Promise<T[]> {
  const names = Object.keys(templates) as T[];
  try {
    // Typed for Alipay too; WeChat wants tmplIds and answers by template id.
    const ask = Taro.requestSubscribeMessage as unknown as (option: {
      tmplIds: string[];
    }) => Promise<Record<string, string>>;
    const answers = await ask({ tmplIds: names.map((name) => templates[name]) });
    return names.filter((name) => answers[templates[name]] === 'accept');
  } catch {
    return [];
  }
}
