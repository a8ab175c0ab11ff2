/** The receipts of this page. They are tracked as long as the connection exists, whatever is on the screen. */
import { useSyncExternalStore } from 'react'
import { openBrowserStorage } from '../../../session/device-links.ts'
import { useStorageKey } from '../../../session/hooks.tsx'
import { useSessionStore } from '../../../session/store.ts'
import { type QuestionReceipt, ReceiptStore, updateReceipts } from './receipts.ts'

const receiptStores = new Map<string, ReceiptStore>()

const getReceiptStore = (storageKey: string): ReceiptStore => {
  const existing = receiptStores.get(storageKey)
  if (existing) return existing
  const store = new ReceiptStore(openBrowserStorage('localStorage'), storageKey)
  receiptStores.set(storageKey, store)
  return store
}

/** Tracks from before the first reply until the connection ends. Returns a function that stops it. */
export const trackReceipts = (storageKey: string): (() => void) => {
  const receipts = getReceiptStore(storageKey)
  const onStorage = ({ key }: StorageEvent) => receipts.refresh(key)
  window.addEventListener('storage', onStorage)
  const unsubscribe = useSessionStore.subscribe((after, before) => {
    const kept = receipts.getAll()
    if (updateReceipts(kept, before, after) !== kept) receipts.change((now) => updateReceipts(now, before, after))
  })
  return () => {
    window.removeEventListener('storage', onStorage)
    unsubscribe()
  }
}

export const useReceipts = (): { readonly receipts: ReceiptStore; readonly kept: readonly QuestionReceipt[] } => {
  const receipts = getReceiptStore(useStorageKey())
  return { receipts, kept: useSyncExternalStore(receipts.subscribe, receipts.getAll) }
}
