import Taro from '@tarojs/taro'

export type LoginCode = { ok: true; code: string } | { ok: false; reason: 'unsupported' | 'failed' }

/**
 * WeChat's one-time login code, valid for 5 minutes, to be exchanged by the API. Asks the person nothing.
 * In a browser Taro's login resolves without a code, hence the look at it.
 */
export async function loginCode(): Promise<LoginCode> {
  if (process.env.TARO_ENV !== 'weapp') return { ok: false, reason: 'unsupported' }
  try {
    const { code } = await Taro.login()
    return typeof code === 'string' && code !== '' ? { ok: true, code } : { ok: false, reason: 'failed' }
  } catch {
    return { ok: false, reason: 'failed' }
  }
}
