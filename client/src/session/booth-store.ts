/** The data of this interpreter's booth, as far as it has arrived. */
import type { EntryId, TurnId } from '@rostrum/shared/contract/ids'
import type { BoothUpdate, BoothView } from '@rostrum/shared/protocol/booth'
import { create } from 'zustand'
import type { Feed } from './feeds.ts'

/** The text of a waiting speaker that is open on this device. `text`: what it was when it was opened. */
export type OpenedText = { readonly entry: EntryId; readonly who: string; readonly text: string; readonly turn: TurnId | null }

/** Null until the server has answered. Without a connection the last view is kept, and the page marks it as old. */
export const useBoothStore = create<{ readonly view: BoothView | null; readonly opened: OpenedText | null }>(() => ({
  view: null,
  opened: null,
}))

/** Opens a text next to that of the current speaker, or closes it with null. */
export const openText = (opened: OpenedText | null): void => useBoothStore.setState({ opened })

/** Sets the whole view, or null if there is none. */
export const startBooth = (view: BoothView | null): void => useBoothStore.setState({ view })

/** Changes the view. Before the whole view has arrived there is nothing to change. */
const showBooth = (update: BoothUpdate): void =>
  useBoothStore.setState(({ view }) => ({ view: view === null ? null : { ...view, ...update } }))

export const boothFeed: Feed<'booth'> = {
  event: 'booth',
  request: { booth: true },
  // The answer is the whole view.
  start: (latest) => startBooth(latest as BoothView | null),
  show: showBooth,
}
