export default definePageConfig({ navigationBarTitleText: '找帮助' })
