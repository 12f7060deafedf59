import Taro from '@tarojs/taro'

/**
 * Hands a text over to the person as a file: a download in a browser, in WeChat a file to send to oneself. Nothing of
 * it stays in the program's own folder.
 */
export const handOver: (name: string, text: string) => Promise<'done' | 'failed'> =
  process.env.TARO_ENV === 'h5' ? download : sendFile

/** Old phones and Windows know by the mark that it is UTF-8, and begin a new line only at both characters. */
const asFile = (text: string) => `\uFEFF${text.replace(/\n/g, '\r\n')}`

function download(name: string, text: string): Promise<'done' | 'failed'> {
  const address = URL.createObjectURL(new Blob([asFile(text)], { type: 'text/plain;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
  return Promise.resolve('done')
}

async function sendFile(name: string, text: string): Promise<'done' | 'failed'> {
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}`
  const files = Taro.getFileSystemManager()
  try {
    files.writeFileSync(filePath, asFile(text), 'utf8')
    return await share({ filePath, fileName: name })
  } catch {
    return 'failed'
  } finally {
    files.unlink({ filePath })
  }
}

/** With callbacks: Taro hands this one on to WeChat as it is, and only newer versions answer with a promise. */
function share(file: { filePath: string; fileName: string }): Promise<'done' | 'failed'> {
  return new Promise((resolve) => {
    void Taro.shareFileMessage({
      ...file,
      success: () => resolve('done'),
      fail: () => resolve('failed'),
    })
  })
}
