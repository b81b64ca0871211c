import { Text, View } from '@tarojs/components';

function Page() {
  return (
    <View>
      <Text>这是第三页</Text>
    </View>
  );
}

export default Page;
