export default definePageConfig({ navigationBarTitleText: '申请前看一看' })
