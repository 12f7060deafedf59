export default definePageConfig({ navigationBarTitleText: '拿给窗口看' })
