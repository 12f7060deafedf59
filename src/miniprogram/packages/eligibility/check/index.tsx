import { Text, View } from '@tarojs/components'

export default function CheckPage() {
  return (
    <View>
      <Text>看看能领什么</Text>
    </View>
  )
}
