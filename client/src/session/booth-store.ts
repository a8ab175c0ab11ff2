/** The data of this interpreter's booth, as far as it has arrived. */
import type { BoothUpdate, BoothView } from '@rostrum/shared/protocol/booth'
import { create } from 'zustand'
import type { Feed } from './feeds.ts'

/** Null until the server has answered. Without a connection the last view is kept, and the page marks it as old. */
export const useBoothStore = create<{ readonly view: BoothView | null }>(() => ({ view: null }))

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
