import Taro from '@tarojs/taro'

function watchWechat(listener: () => void): () => void {
  const heard = ({ isConnected }: { isConnected: boolean }) => {
    if (isConnected) listener()
  }
  Taro.onNetworkStatusChange(heard)
  return () => Taro.offNetworkStatusChange(heard)
}

// Taro's H5 version reads navigator.connection, which half of the browsers lack and which says '4g' without a net.
function watchBrowser(listener: () => void): () => void {
  window.addEventListener('online', listener)
  return () => window.removeEventListener('online', listener)
}

async function askWechat(): Promise<boolean> {
  try {
    const { networkType } = await Taro.getNetworkType()
    return networkType !== 'none'
  } catch {
    return true
  }
}

const askBrowser = () => Promise.resolve(navigator.onLine)

/**
 * Calls the listener each time the net is there again.
 * @returns how to stop listening
 */
export const onNetworkBack: (listener: () => void) => () => void =
  process.env.TARO_ENV === 'weapp' ? watchWechat : watchBrowser

/** Whether the phone believes it has a net. True says little, false says enough: only a request proves it. */
export const isOnline: () => Promise<boolean> = process.env.TARO_ENV === 'weapp' ? askWechat : askBrowser
