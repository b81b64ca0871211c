import { Button, Text, Textarea, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { platformName } from '#platform/name.ts';
import './index.scss';

function Page() {
  const [length, setLength] = useState(0);
  const [answer, setAnswer] = useState('');

  async function ask() {
    const { confirm } = await Taro.showModal({ title: '面聊', content: '是否继续?' });
    setAnswer(confirm ? '继续' : '取消');
  }

  return (
    <View className='placeholder'>
      <Text>
        首页 {platformName} {length} {answer}
      </Text>
      <Textarea placeholder='试着写一句' onInput={(event) => setLength(event.detail.value.length)} />
      <Button onClick={ask}>询问</Button>
    </View>
  );
}

export default Page;
