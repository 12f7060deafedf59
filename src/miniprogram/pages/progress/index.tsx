import { Text, View } from '@tarojs/components'

export default function ProgressPage() {
  return (
    <View>
      <Text>进度</Text>
    </View>
  )
}
