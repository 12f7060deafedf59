import Taro from '@tarojs/taro'
import { type PhotoDesk } from './photos'

const millisecondsInSecond = 1000

const files = () => Taro.getFileSystemManager()

/** Photos in WeChat. A ref is the path of the saved file. */
export const wechatPhotos: PhotoDesk = {
  path: (ref) =>
    new Promise((resolve) =>
      files().access({ path: ref, success: () => resolve(ref), fail: () => resolve(undefined) }),
    ),

  remove: (ref) =>
    new Promise((resolve) =>
      files().removeSavedFile({ filePath: ref, success: () => resolve(), fail: () => resolve() }),
    ),

  keptBefore: (instant) =>
    new Promise((resolve) =>
      files().getSavedFileList({
        success: ({ fileList }) =>
          resolve(
            fileList
              .filter(({ createTime }) => createTime * millisecondsInSecond < instant)
              .map(({ filePath }) => filePath),
          ),
        fail: () => resolve([]),
      }),
    ),

  async look(path) {
    await Taro.previewImage({ urls: [path], current: path }).catch(() => undefined)
  },
}
