import { Text, View } from '@tarojs/components';
import './index.scss';

function Page() {
  return (
    <View className='placeholder'>
      <Text>报告</Text>
    </View>
  );
}

export default Page;
