export default definePageConfig({ navigationBarTitleText: '要求改信息' })
