import { Text, View } from '@tarojs/components'

export default function ReceiptPage() {
  return (
    <View>
      <Text>已收到申请</Text>
    </View>
  )
}
