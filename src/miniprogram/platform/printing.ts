/** Whether this build can print: a browser can, WeChat gives a page no way to a printer. */
export const canPrint = process.env.TARO_ENV === 'h5'

/** Opens the browser's print dialog for the page in sight; does nothing where there is none. */
export function printPage(): void {
  if (process.env.TARO_ENV === 'h5') window.print()
}
