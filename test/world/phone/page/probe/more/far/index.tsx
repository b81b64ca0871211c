import { Text, View } from '@tarojs/components';

function Page() {
  return (
    <View>
      <Text>这是远处的页</Text>
    </View>
  );
}

export default Page;
