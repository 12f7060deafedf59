import { Text, View } from '@tarojs/components'

export default function CasePage() {
  return (
    <View>
      <Text>办理进度</Text>
    </View>
  )
}
