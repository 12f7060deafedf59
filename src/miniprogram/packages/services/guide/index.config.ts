export default definePageConfig({ navigationBarTitleText: '找谁帮忙' })
