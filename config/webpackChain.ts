import { type IMiniAppConfig } from '@tarojs/taro/types/compile'

/** webpack's configuration as Taro hands it to `webpackChain`. */
export type WebpackChain = Parameters<NonNullable<IMiniAppConfig['webpackChain']>>[0]
