/** The receipts of this page: heeded for as long as there is a line, whatever is on the screen. */
import { useSyncExternalStore } from 'react'
import { usePlace } from '../../../session/hooks.tsx'
import { shelf } from '../../../session/session-ticket.ts'
import { useScreen } from '../../../session/store.ts'
import { heeded, type Receipt, Receipts } from './receipts.ts'

const opened = new Map<string, Receipts>()

const receiptsAt = (place: string): Receipts => {
  const known = opened.get(place)
  if (known) return known
  const made = new Receipts(shelf('localStorage'), place)
  opened.set(place, made)
  return made
}

/** From before the first answer until the end of the line; the answer ends it. */
export const heedReceipts = (place: string): (() => void) => {
  const receipts = receiptsAt(place)
  const otherPage = ({ key }: StorageEvent) => receipts.refresh(key)
  window.addEventListener('storage', otherPage)
  const unfollow = useScreen.subscribe((after, before) => {
    const kept = receipts.kept()
    if (heeded(kept, before, after) !== kept) receipts.change((now) => heeded(now, before, after))
  })
  return () => {
    window.removeEventListener('storage', otherPage)
    unfollow()
  }
}

export const useReceipts = (): { readonly receipts: Receipts; readonly kept: readonly Receipt[] } => {
  const receipts = receiptsAt(usePlace())
  return { receipts, kept: useSyncExternalStore(receipts.follow, receipts.kept) }
}
