import { Text, View } from '@tarojs/components'

export default function PlacesPage() {
  return (
    <View>
      <Text>找帮助</Text>
    </View>
  )
}
