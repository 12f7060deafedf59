export default definePageConfig({ navigationBarTitleText: '以后会怎样' })
