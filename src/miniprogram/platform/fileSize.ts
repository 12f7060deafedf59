import Taro from '@tarojs/taro'

/** Size of a file on the phone, in WeChat. Fails when there is none. */
export function fileSize(path: string): Promise<number> {
  return new Promise((resolve, reject) =>
    Taro.getFileSystemManager().getFileInfo({
      filePath: path,
      success: (info) => resolve((info as { size: number }).size),
      fail: reject,
    }),
  )
}
