export default definePageConfig({
  navigationBarTitleText: '乌海童护',
  navigationStyle: 'custom',
  navigationBarTextStyle: 'white',
})
