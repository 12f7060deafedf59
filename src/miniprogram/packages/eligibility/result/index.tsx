import { Text, View } from '@tarojs/components'

export default function ResultPage() {
  return (
    <View>
      <Text>可以申请的帮助</Text>
    </View>
  )
}
