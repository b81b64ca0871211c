import { Text, View } from '@tarojs/components';
import './index.scss';

function Page() {
  return (
    <View className='placeholder'>
      <Text>进度</Text>
    </View>
  );
}

export default Page;
