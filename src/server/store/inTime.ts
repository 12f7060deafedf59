import { WaitedTooLong } from './patience'

/**
 * Gives up after `leftMs`.
 * @param tooLate gets what comes later all the same
 * @throws WaitedTooLong, or what `coming` fails with
 */
export function inTime<T>(
  coming: Promise<T>,
  leftMs: number,
  tooLate: (value: T) => void = () => undefined,
): Promise<T> {
  return new Promise((resolve, reject) => {
    let isLate = false
    const timer = setTimeout(() => {
      isLate = true
      reject(new WaitedTooLong())
    }, leftMs)
    coming.then(
      (value) => {
        clearTimeout(timer)
        if (isLate) tooLate(value)
        else resolve(value)
      },
      (error: Error) => {
        clearTimeout(timer)
        reject(error)
      },
    )
  })
}
