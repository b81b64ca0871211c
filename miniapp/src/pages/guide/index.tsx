import { Text, View } from '@tarojs/components';
import './index.scss';

function Page() {
  return (
    <View className='placeholder'>
      <Text>面试须知</Text>
    </View>
  );
}

export default Page;
