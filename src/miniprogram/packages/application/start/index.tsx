import { Text, View } from '@tarojs/components'

export default function StartPage() {
  return (
    <View>
      <Text>申请前看一看</Text>
    </View>
  )
}
