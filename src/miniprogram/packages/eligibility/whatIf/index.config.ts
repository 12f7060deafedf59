export default definePageConfig({ navigationBarTitleText: '情况变了会怎样' })
