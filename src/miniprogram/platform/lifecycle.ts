// Pages take Taro's hooks from here, so that only this folder knows Taro.
export { useDidHide, useDidShow, useLoad, usePullDownRefresh, useReady, useUnload } from '@tarojs/taro'
