import { Button, PageContainer, Text, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import './index.scss';

function Page() {
  const { id } = useRouter().params;
  const [open, setOpen] = useState(false);
  return (
    <View className="first">
      <Text>{`第二页 ${id ?? ''}`}</Text>
      <Button onClick={() => Taro.navigateBack()}>回去</Button>
      <Button onClick={() => Taro.setNavigationBarTitle({ title: '改过的' })}>改标题</Button>
      <Button onClick={() => setOpen(true)}>半屏</Button>
      <PageContainer show={open} round onAfterLeave={() => setOpen(false)}>
        <View className="second-half">半屏里</View>
      </PageContainer>
    </View>
  );
}

export default Page;
