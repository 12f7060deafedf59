export default definePageConfig({ navigationBarTitleText: '能办的事' })
