import { Text, View } from '@tarojs/components'

export default function FormPage() {
  return (
    <View>
      <Text>填写申请</Text>
    </View>
  )
}
