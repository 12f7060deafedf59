export default definePageConfig({ navigationBarTitleText: '看看能领什么' })
