import Taro from '@tarojs/taro'

export type LoginCode = { ok: true; code: string } | { ok: false; reason: 'unsupported' | 'failed' }

async function codeOfWechat(): Promise<LoginCode> {
  try {
    const { code } = await Taro.login()
    return typeof code === 'string' && code !== '' ? { ok: true, code } : { ok: false, reason: 'failed' }
  } catch {
    return { ok: false, reason: 'failed' }
  }
}

const noCode = (): Promise<LoginCode> => Promise.resolve({ ok: false, reason: 'unsupported' })

/**
 * WeChat's one-time login code, valid for 5 minutes, to be exchanged by the API. Asks the person nothing.
 * In a browser Taro's login "succeeds" without a code, so it is not even called there.
 */
export const loginCode: () => Promise<LoginCode> = process.env.TARO_ENV === 'weapp' ? codeOfWechat : noCode
