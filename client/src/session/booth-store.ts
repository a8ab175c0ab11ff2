/** What the booth of this interpreter has, as far as it came. */
import type { BoothUpdate, BoothView } from '@rostrum/shared/protocol/booth'
import { create } from 'zustand'
import type { Feed } from './feeds.ts'

/** Null until the server has answered. Without a connection the last one stays, marked as old by the page. */
export const useBoothStore = create<{ readonly view: BoothView | null }>(() => ({ view: null }))

/** The whole view, or null where there is none. */
export const startBooth = (view: BoothView | null): void => useBoothStore.setState({ view })

/** Before the whole view there is nothing to change. */
const showBooth = (update: BoothUpdate): void =>
  useBoothStore.setState(({ view }) => ({ view: view === null ? null : { ...view, ...update } }))

export const boothFeed: Feed<'booth'> = {
  event: 'booth',
  request: { booth: true },
  // The answer is the whole view.
  start: (latest) => startBooth(latest as BoothView | null),
  show: showBooth,
}
