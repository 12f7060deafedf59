import { Text, View } from '@tarojs/components'

export default function SupplementPage() {
  return (
    <View>
      <Text>补交材料</Text>
    </View>
  )
}
