// Globals of Taro's configuration files; the build runs and removes them.
import { type AppConfig, type PageConfig } from '@tarojs/taro'

declare global {
  function defineAppConfig(config: AppConfig): AppConfig
  function definePageConfig(config: PageConfig): PageConfig
}
