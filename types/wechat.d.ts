import '@tarojs/taro'

// What WeChat takes and Taro's types lack.
declare module '@tarojs/taro' {
  namespace setStorage {
    interface Option {
      /** From base library 2.21.3 on (dev/api/storage/wx.setStorage.html). */
      encrypt?: boolean
    }
  }
  namespace getStorage {
    interface Option<T> {
      /** The reader has to ask for it as well. */
      encrypt?: boolean
      success?: (result: SuccessCallbackResult<T>) => void
    }
  }
}
