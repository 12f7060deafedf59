import { create } from 'zustand'
import { type Receipt } from '@contracts/applications'
import { readSealed, writeSealed } from '@/platform/sealedStorage'
import { readStored, removeStored, writeStored } from '@/platform/storage'
import { whenPhoneIsCleared } from './clearing'
import { readReceiptAnswer } from './lightReaders'

const key = 'receipt'
const newsKey = 'receipt.isNews'

interface ReceiptState {
  isRead: boolean
  receipt?: Receipt
  /** It came while the family was elsewhere, and nobody has looked at it. */
  isNews: boolean
}

/** The last receipt. Kept on the phone before the draft is erased: a phone that dies between loses neither. */
export const useReceipt = create<ReceiptState>(() => ({ isRead: false, isNews: false }))

whenPhoneIsCleared(() => useReceipt.setState({ receipt: undefined, isNews: false }))

/** Shows and keeps a receipt. */
export async function keepReceipt(receipt: Receipt): Promise<void> {
  writeStored(newsKey, true)
  useReceipt.setState({ isRead: true, receipt, isNews: true })
  await writeSealed(key, receipt)
}

/** Reads the last receipt of this phone, for a page that was opened anew. */
export async function readReceipt(): Promise<void> {
  if (useReceipt.getState().isRead) return
  const receipt = readReceiptAnswer(await readSealed(key))
  const isNews = receipt !== undefined && readStored(newsKey) === true
  if (!useReceipt.getState().isRead) useReceipt.setState({ isRead: true, isNews, receipt })
}

/** The family has the receipt before its eyes. */
export function receiptIsSeen(): void {
  removeStored(newsKey)
  if (useReceipt.getState().isNews) useReceipt.setState({ isNews: false })
}
