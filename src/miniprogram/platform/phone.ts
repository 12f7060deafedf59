import Taro from '@tarojs/taro'
import { isCancelled } from './failure'

export type CallOutcome = 'calling' | 'cancelled' | 'failed'

/**
 * Opens the phone with this number; the person still presses the green button.
 * @param number as printed, e.g. `12345` or `0473-3998766`
 */
export async function call(number: string): Promise<CallOutcome> {
  try {
    await Taro.makePhoneCall({ phoneNumber: number.replace(/[^\d+]/g, '') })
    return 'calling'
  } catch (error) {
    return isCancelled(error) ? 'cancelled' : 'failed'
  }
}
