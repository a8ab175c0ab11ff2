/** Captions go out in a lane of their own: in small groups, with pauses, and not while frames of a session are being sent. */
import { setTimeout as pause } from 'node:timers/promises'

/** One screen that reads. `Packets`: an update, encoded once for all. */
export type CaptionReader<Packets> = { readonly send: (packets: Packets) => void }

/** Readers that get a line before the node does something else. */
const readersAtOnce = 100
/** For so many milliseconds an update gives way to frames. After that it takes turns with them, so that it comes however much else is sent. */
const maxGivingWay = 150

/** `isSendingFrames`: whether the frames of some session on this node are being sent. */
export async function sendToReaders<Packets>(
  readers: ReadonlySet<CaptionReader<Packets>>,
  packets: Packets,
  isSendingFrames: () => boolean,
): Promise<void> {
  let [count, givenWay, began] = [0, 0, performance.now()]
  // Who reads now. Who begins in between has the update already, and gets it only once.
  for (const reader of [...readers]) {
    if (count % readersAtOnce === 0) {
      // As long as it took: half of the processor is left, and a network takes a group before the next one comes.
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
