import { bagOf, textOf, type Host, type WxOptions, type WxPart } from './host'
import { type Incoming } from './http'
import { bodyOf, multipart, nothing, withQuery } from './httpBody'
import { type Network } from './network'
import { type PhoneFiles } from './phoneFiles'
import { type Sent, type Transfers } from './transfer'

const userAgent =
  'Mozilla/5.0 (Linux; Android 10; M2006C3LC; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 ' +
  'Chrome/111.0.5563.116 Mobile Safari/537.36 MicroMessenger/8.0.49 NetType/4G Language/zh_CN MiniProgramEnv/android'

/** The headers given, and the two nobody can set. */
function headersOf(options: WxOptions, appid: string): Record<string, string> {
  const given = Object.entries(bagOf(options.header)).map(([name, value]) => [name, String(value)])
  return {
    ...(Object.fromEntries(given) as Record<string, string>),
    referer: `https://servicewechat.com/${appid}/1/page-frame.html`,
    'user-agent': userAgent,
  }
}

/** request, uploadFile and downloadFile over real HTTP, and what tells the program about the network. */
export function networkApi(
  host: Host,
  {
    network,
    transfers,
    files,
    appid,
  }: { network: Network; transfers: Transfers; files: PhoneFiles; appid: string },
): WxPart {
  const general = ({ status, headers, cookies }: Incoming) => ({
    statusCode: status,
    header: headers,
    cookies,
  })
  const text = ({ body }: Incoming) => Buffer.from(body).toString('utf8')

  function dataOf(incoming: Incoming, options: WxOptions): unknown {
    if (options.responseType === 'arraybuffer') return incoming.body
    if (options.dataType !== undefined && options.dataType !== 'json') return text(incoming)
    try {
      return host.realm.parse(text(incoming))
    } catch {
      return text(incoming)
    }
  }

  /** A task with the listeners all three kinds share. */
  function task(start: (sent: Sent) => { abort: () => void }) {
    const listeners = new Set<(progress: unknown) => void>()
    const { abort } = start((totalBytesSent, totalBytesExpectedToSend) => {
      const progress = totalBytesExpectedToSend
        ? Math.floor((100 * totalBytesSent) / totalBytesExpectedToSend)
        : 100
      const update = host.give({ progress, totalBytesSent, totalBytesExpectedToSend })
      for (const listener of listeners) host.enter('onProgressUpdate', () => listener(update))
    })
    return {
      abort,
      onProgressUpdate: (listener: (progress: unknown) => void) => void listeners.add(listener),
      offProgressUpdate: (listener: (progress: unknown) => void) => void listeners.delete(listener),
      onHeadersReceived: () => undefined,
      offHeadersReceived: () => undefined,
    }
  }

  function request(options: WxOptions) {
    const method = (textOf(options.method) || 'GET').toUpperCase()
    const inQuery = method === 'GET' && typeof options.data === 'object'
    const url = inQuery ? withQuery(textOf(options.url), options.data) : textOf(options.url)
    const headers = { 'content-type': 'application/json', ...headersOf(options, appid) }
    const body = inQuery ? nothing : bodyOf(options.data)
    return task((sent) =>
      transfers.start(
        'request',
        options,
        { method, url, headers, body },
        (incoming) => ({
          ...general(incoming),
          data: dataOf(incoming, options),
        }),
        sent,
      ),
    )
  }
  function uploadFile(options: WxOptions) {
    const place = files.real(textOf(options.filePath))
    if (!place) {
      host.answer('uploadFile', options, { fail: 'file not found' })
      return task(() => ({ abort: () => undefined }))
    }
    const { type, body } = multipart(options, place)
    const headers = { ...headersOf(options, appid), 'content-type': type }
    const outgoing = { method: 'POST', url: textOf(options.url), headers, body }
    return task((sent) =>
      transfers.start(
        'uploadFile',
        options,
        outgoing,
        (incoming) => ({ ...general(incoming), data: text(incoming) }),
        sent,
      ),
    )
  }

  function downloadFile(options: WxOptions) {
    const outgoing = {
      method: 'GET',
      url: textOf(options.url),
      headers: headersOf(options, appid),
      body: nothing,
    }
    return task(() =>
      transfers.start('downloadFile', options, outgoing, (incoming) => ({
        ...general(incoming),
        tempFilePath: files.addTemporary(incoming.body),
      })),
    )
  }

  const watchers = new Set<(status: unknown) => void>()
  const status = () => ({ isConnected: network.online, networkType: network.online ? '4g' : 'none' })
  network.listen(() => {
    for (const watcher of watchers) host.enter('onNetworkStatusChange', () => watcher(host.give(status())))
  })
  return {
    request,
    uploadFile,
    downloadFile,
    getNetworkType: (options: WxOptions = {}) => host.answer('getNetworkType', options, { ok: status() }),
    onNetworkStatusChange: (watcher: (status: unknown) => void) => void watchers.add(watcher),
    offNetworkStatusChange: (watcher?: (status: unknown) => void) =>
      watcher ? void watchers.delete(watcher) : watchers.clear(),
    onNetworkWeakChange: () => undefined,
    offNetworkWeakChange: () => undefined,
  }
}
