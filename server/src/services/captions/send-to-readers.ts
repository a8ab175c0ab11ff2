/** Captions are sent in a lane of their own: in small groups, with pauses, and after frames of sessions. */
import { setTimeout as pause } from 'node:timers/promises'

/** One screen that reads captions. `Packets`: an update, encoded once for all screens. */
export type CaptionReader<Packets> = { readonly send: (packets: Packets) => void }

/** The number of readers that get a line before the node does something else. */
const readersAtOnce = 100
/**
 * How long, in milliseconds, an update gives way to frames. After that it takes turns with them, so that it arrives however much else is
 * sent.
 */
const maxGivingWay = 150

/** `isSendingFrames`: whether the frames of some session on this node are being sent. */
export async function sendToReaders<Packets>(
  readers: ReadonlySet<CaptionReader<Packets>>,
  packets: Packets,
  isSendingFrames: () => boolean,
): Promise<void> {
  let [count, givenWay, began] = [0, 0, performance.now()]
  // The current readers. A reader who joins in the meantime already has the update, so nobody gets it twice.
  for (const reader of [...readers]) {
    if (count % readersAtOnce === 0) {
      // The pause is as long as the last group took. It leaves half of the processor free, and lets the network take a group before the
      // next one.
      await pause(performance.now() - began)
      for (let at = performance.now(); isSendingFrames() && givenWay < maxGivingWay; at = began) {
        await pause(1)
        began = performance.now()
        givenWay += began - at
      }
      began = performance.now()
    }
    if (readers.has(reader)) reader.send(packets)
    count += 1
  }
}
