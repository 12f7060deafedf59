import { readFileSync } from 'node:fs'
import { textOf, type Host, type Outcome, type WxOptions, type WxPart } from './host'
import { type PhoneFiles } from './phoneFiles'

const noFile = { fail: 'no such file or directory' }

/**
 * Saved files, and the file system manager as far as a product of photos needs it. A file is sent to a chat only right at
 * a tap, which `tapping` tells; what was sent is recorded with its text.
 */
export function filesApi(host: Host, files: PhoneFiles, tapping: () => boolean): WxPart {
  type Act = (options: WxOptions) => Outcome
  const method = (name: string, act: Act) => (options: WxOptions) => host.answer(name, options, act(options))

  const save: Act = ({ tempFilePath, filePath }) => {
    const savedFilePath = files.save(
      textOf(tempFilePath),
      filePath === undefined ? undefined : textOf(filePath),
    )
    return savedFilePath ? { ok: { savedFilePath } } : noFile
  }
  const remove: Act = ({ filePath }) => (files.remove(textOf(filePath)) ? { ok: {} } : noFile)
  const info: Act = ({ filePath }) => {
    const size = files.size(textOf(filePath))
    return size === undefined ? noFile : { ok: { size } }
  }
  const list: Act = () => ({
    ok: { fileList: files.kept.map((filePath) => ({ filePath, size: files.size(filePath), createTime: 0 })) },
  })
  const read: Act = ({ filePath, encoding }) => {
    const place = files.real(textOf(filePath))
    if (!place) return noFile
    const content = readFileSync(place)
    return {
      ok: { data: encoding ? content.toString(textOf(encoding) as BufferEncoding) : new Uint8Array(content) },
    }
  }
  const write: Act = ({ filePath, data }) =>
    files.write(textOf(filePath), typeof data === 'string' ? data : new Uint8Array(data as ArrayBuffer))
      ? { ok: {} }
      : { fail: 'permission denied' }

  const writeNow = (filePath: unknown, data: unknown) => {
    const outcome = write({ filePath, data })
    if ('fail' in outcome) throw new Error(`writeFileSync:fail ${outcome.fail}`)
  }
  const share: Act = ({ filePath, fileName }) => {
    const place = files.real(textOf(filePath))
    if (!place) return noFile
    if (!tapping()) return { fail: 'can only be invoked by user TAP gesture.' }
    host.record('shareFileMessage', { fileName, text: readFileSync(place, 'utf8') })
    return { ok: {} }
  }

  const manager = {
    saveFile: method('saveFile', save),
    unlink: method('unlink', (options) => remove({ filePath: options.filePath })),
    removeSavedFile: method('removeSavedFile', remove),
    getSavedFileList: method('getSavedFileList', list),
    getFileInfo: method('getFileInfo', info),
    access: method('access', ({ path }) => (files.real(textOf(path)) ? { ok: {} } : noFile)),
    readFile: method('readFile', read),
    writeFile: method('writeFile', write),
    writeFileSync: writeNow,
  }
  return {
    env: host.realm.copy({ USER_DATA_PATH: files.userPath }),
    getFileSystemManager: () => manager,
    saveFile: method('saveFile', save),
    removeSavedFile: method('removeSavedFile', remove),
    getSavedFileList: method('getSavedFileList', list),
    getFileInfo: method('getFileInfo', info),
    shareFileMessage: method('shareFileMessage', share),
  }
}
