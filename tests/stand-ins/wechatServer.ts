import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo } from 'node:net'
import { createLoginDesk } from './wechatLogin'
import { createMessageDesk, type DeliveredMessage } from './wechatMessages'
import { createPhoneDesk } from './wechatPhones'
import { refusal, type WechatAnswer, type WechatCall } from './wechatProtocol'
import { createTokenDesk } from './wechatTokens'

/** What the next call meets instead of, or on top of, the true protocol. */
export type WechatTrouble =
  | { kind: 'delay'; ms: number }
  | { kind: 'status'; status: number }
  | { kind: 'html' }
  | { kind: 'oversize'; bytes: number }
  | { kind: 'cutBody' }
  /** The call is carried out, the caller never hears of it. */
  | { kind: 'unheard' }
  | { kind: 'errcode'; errcode: number; errmsg: string }
  /** Another person's openid in an otherwise good answer. */
  | { kind: 'wrongOpenid'; person: string }

/** A stand-in for https://api.weixin.qq.com. It runs on this computer and follows the documented protocol. */
export interface WechatStandIn {
  url: string
  appid: string
  secret: string
  /** Each call as it arrived: a test can assert what never leaves our server. */
  calls: WechatCall[]
  /** Success answers carry `errcode: 0` (as documented) or none (as reported). */
  errcodeZero: boolean
  /** A fresh code, as wx.login gives it to this person in this (or another) mini program. */
  issueCode(person: string, appid?: string): string
  /** A code of the phone-number button, tapped by this person. */
  issuePhoneCode(person: string, phone: string, countryCode?: string | number): string
  /** Whose mini program the next numbers say they are for, and how old they say they are. */
  phoneWatermark: { appid: string; lateMs: number }
  /** The person agrees to one message of a template. */
  agree(person: string, template: string): void
  /** Messages that reached a phone. */
  sent: readonly DeliveredMessage[]
  /** As after a forced refresh elsewhere: every token so far is worth nothing. */
  endTokens(): void
  /** The openid this mini program sees for the person. */
  openidOf(person: string): string
  /** Moves the stand-in's clock. */
  advance(ms: number): void
  /** The next calls meet these troubles, one each. */
  meet(...troubles: WechatTrouble[]): void
  close(): Promise<void>
}

export async function startWechatServer({
  appid = 'wx0123456789abcdef',
  secret = '0123456789abcdef0123456789abcdef',
} = {}): Promise<WechatStandIn> {
  let moved = 0
  const now = () => Date.now() + moved
  const openidOf = (person: string, ofAppid = appid) =>
    `o${createHash('sha256').update(`${ofAppid}\n${person}`).digest('base64url').slice(0, 27)}`
  const troubles: WechatTrouble[] = []
  const calls: WechatCall[] = []
  const login = createLoginDesk({ appid, secret, now, openidOf })
  let tokens = createTokenDesk({ appid, secret, now })
  const phones = createPhoneDesk({ appid, now })
  const messages = createMessageDesk()

  const standIn: WechatStandIn = {
    url: '',
    appid,
    secret,
    calls,
    errcodeZero: true,
    issueCode: (person, ofAppid = appid) => login.issue({ person, appid: ofAppid }),
    issuePhoneCode: (person, phone, countryCode) => phones.issue(openidOf(person), phone, countryCode),
    phoneWatermark: phones.watermark,
    agree: (person, template) => messages.agree(openidOf(person), template),
    sent: messages.sent,
    endTokens() {
      tokens = createTokenDesk({ appid, secret, now })
    },
    openidOf: (person) => openidOf(person),
    advance(ms) {
      moved += ms
    },
    meet(...next) {
      troubles.push(...next)
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }

  function truth(call: WechatCall): WechatAnswer {
    if (call.path === '/sns/jscode2session') return login.exchange(call, standIn.errcodeZero)
    if (call.path === '/cgi-bin/stable_token') return tokens.stableToken(call)
    const answerer = withToken[call.path]
    if (!answerer) return refusal(48001, 'api unauthorized')
    return tokens.refuse(call.query.access_token) ?? answerer(call)
  }

  const withToken: Readonly<Record<string, (call: WechatCall) => WechatAnswer>> = {
    '/wxa/business/getuserphonenumber': (call) => phones.exchange(call),
    '/cgi-bin/message/subscribe/send': (call) => messages.send(call),
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = await read(request)
    calls.push(call)
    const trouble = troubles.shift()
    const result = truth(call)
    if (trouble?.kind === 'wrongOpenid' && 'openid' in result) result.openid = openidOf(trouble.person)
    response.setHeader('date', new Date(now()).toUTCString())
    await send(
      response,
      trouble?.kind === 'errcode' ? refusal(trouble.errcode, trouble.errmsg) : result,
      trouble,
    )
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  standIn.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return standIn
}

async function read(request: IncomingMessage): Promise<WechatCall> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://stand-in')
  return {
    method: request.method ?? '',
    path: pathname,
    query: Object.fromEntries(searchParams),
    body: Buffer.concat(chunks).toString('utf8'),
  }
}

async function send(response: ServerResponse, answer: WechatAnswer, trouble?: WechatTrouble): Promise<void> {
  // Beyond 2^53, as the real server's: no JavaScript number can hold it.
  const body = JSON.stringify(answer).replace('"%msgid%"', '1316263177503703041')
  const plain = (status: number, type: string, text: string) =>
    response.writeHead(status, { 'content-type': type }).end(text)
  switch (trouble?.kind) {
    case 'delay':
      await new Promise((resolve) => setTimeout(resolve, trouble.ms).unref())
      return void plain(200, 'text/plain', body)
    case 'status':
      return void plain(trouble.status, 'text/html', '')
    case 'html':
      return void plain(200, 'text/html', '<html><title>502 Bad Gateway</title></html>')
    case 'oversize':
      return void plain(200, 'text/plain', JSON.stringify({ ...answer, filler: 'x'.repeat(trouble.bytes) }))
    case 'cutBody':
      response.writeHead(200, { 'content-length': body.length })
      response.write(body.slice(0, body.length / 2), () => response.destroy())
      return
    case 'unheard':
      return void response.destroy()
    default:
      // The real server labels its JSON as text/plain on this address.
      return void plain(200, 'text/plain', body)
  }
}
