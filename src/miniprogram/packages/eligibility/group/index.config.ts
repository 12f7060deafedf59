export default definePageConfig({ navigationBarTitleText: '初步结果' })
