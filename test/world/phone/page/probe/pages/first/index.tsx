import { Button, Input, ScrollView, Switch, Text, Textarea, View } from '@tarojs/components';
import Taro, { useDidHide, useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import './index.scss';

/** Everything the phone's tests ask of the client, one control each. */
function Page() {
  const [typed, setTyped] = useState('');
  const [said, setSaid] = useState('');
  const [on, setOn] = useState(false);
  const [shows, setShows] = useState(0);
  const [hides, setHides] = useState(0);
  useDidShow(() => setShows((count) => count + 1));
  useDidHide(() => setHides((count) => count + 1));

  const tell = (work: Promise<unknown>) =>
    work.then(
      (result) => setSaid(JSON.stringify(result)),
      (error) => setSaid(JSON.stringify(error)),
    );
  const names = ['getWindowInfo', 'getAppBaseInfo', 'getSystemSetting', 'enableAlertBeforeUnload', 'login', 'request'];
  const absent = () => names.filter((name) => (wx as unknown as Record<string, unknown>)[name] === undefined);
  const hidden = () => {
    const seen = [typeof fetch, typeof XMLHttpRequest, typeof AbortController, typeof localStorage, typeof WebSocket];
    let code = 'ran';
    try {
      new Function('return 1')();
    } catch {
      code = 'refused';
    }
    return [...seen, code].join(' ');
  };

  return (
    <View className="first">
      <View className="first-card">
        <Text className="first-title">试验一</Text>
        <Text id="counts">{`来过 ${shows} 次 离开 ${hides} 次`}</Text>
      </View>
      <Textarea className="first-area" placeholder="试着写一句" onInput={(event) => setTyped(event.detail.value)} />
      <Input className="first-input" placeholder="一行" onConfirm={(event) => setSaid(`确认 ${event.detail.value}`)} />
      <Text id="typed">{typed}</Text>
      <Text id="said">{said}</Text>
      <Switch checked={on} onChange={(event) => setOn(event.detail.value)} />
      <View className="first-card" ariaRole="tablist" ariaLabel="分段">
        <View ariaRole="tab" ariaLabel="第一段" onClick={() => setSaid('点了第一段')} />
      </View>
      <Text id="on">{on ? '开' : '关'}</Text>
      <View className="first-buttons">
        <Button onClick={() => tell(Taro.showModal({ title: '面聊', content: '是否继续?' }))}>询问</Button>
        <Button onClick={() => tell(Taro.showActionSheet({ itemList: ['甲', '乙'] }))}>选择</Button>
        <Button
          onClick={() =>
            tell(Taro.request({ url: `${process.env.TARO_APP_API}/v1/echo`, method: 'POST', data: { typed } }))
          }
        >
          请求
        </Button>
        <Button onClick={() => tell(Taro.request({ url: 'https://elsewhere.example/' }))}>外域</Button>
        <Button onClick={() => tell(Taro.setStorage({ key: 'draft', data: { typed } }))}>存</Button>
        <Button onClick={() => tell(Taro.getStorage({ key: 'draft' }))}>取</Button>
        <Button onClick={() => tell(Promise.resolve(absent()))}>缺</Button>
        <Button onClick={() => tell(Promise.resolve(hidden()))}>藏</Button>
        <Button onClick={() => tell(Taro.login())}>登录</Button>
        <Button onClick={() => tell(Taro.requestSubscribeMessage({ tmplIds: ['t1', 't2'], entityIds: [] }))}>
          订阅
        </Button>
        <Button
          onClick={() => setTimeout(() => tell(Taro.requestSubscribeMessage({ tmplIds: ['t1'], entityIds: [] })), 0)}
        >
          迟订阅
        </Button>
        <Button onClick={() => Taro.showToast({ title: '已保存' })}>提示</Button>
        <Button onClick={() => Taro.navigateTo({ url: '/pages/second/index?id=a1' })}>第二页</Button>
        <Button onClick={() => Taro.navigateTo({ url: '/more/far/index' })}>远处</Button>
        <Button onClick={() => Taro.switchTab({ url: '/pages/third/index' })}>第三页</Button>
        <Button disabled onClick={() => setSaid('不该')}>
          停用
        </Button>
      </View>
      <ScrollView scrollX className="first-row">
        <Text>{`宽 ${Taro.getSystemInfoSync().windowWidth}`}</Text>
      </ScrollView>
    </View>
  );
}

export default Page;
