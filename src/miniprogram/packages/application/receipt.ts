// By name: a namespace held across an await keeps all of zod in the package, 300 kB of it.
import { safeParse } from 'zod/mini'
import { create } from 'zustand'
import { Receipt } from '@contracts/applications'
import { readSealed, writeSealed } from '@/platform/sealedStorage'
import { whenPhoneIsCleared } from '@/stores/clearing'

const key = 'receipt'

interface ReceiptState {
  isRead: boolean
  receipt?: Receipt
}

/** The last receipt. Kept on the phone before the draft is erased: a phone that dies between loses neither. */
export const useReceipt = create<ReceiptState>(() => ({ isRead: false }))

whenPhoneIsCleared(() => useReceipt.setState({ receipt: undefined }))

/** Shows and keeps a receipt. */
export async function keepReceipt(receipt: Receipt): Promise<void> {
  useReceipt.setState({ isRead: true, receipt })
  await writeSealed(key, receipt)
}

/** Reads the last receipt of this phone, for a page that was opened anew. */
export async function readReceipt(): Promise<void> {
  if (useReceipt.getState().isRead) return
  const parsed = safeParse(Receipt, await readSealed(key))
  if (!useReceipt.getState().isRead)
    useReceipt.setState({ isRead: true, ...(parsed.success ? { receipt: parsed.data } : {}) })
}
