export default definePageConfig({ navigationBarTitleText: '可以申请的帮助' })
