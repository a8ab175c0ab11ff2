/** Captions go out in a lane of their own: in small groups, and not while frames of a session are being sent. */

/** One screen that reads. `Packets`: an update, encoded once for all. */
export type CaptionReader<Packets> = { readonly send: (packets: Packets) => void }

/** Readers that get a line before the node does something else. */
const readersAtOnce = 200
/** For so many milliseconds an update gives way to frames. After that it takes turns with them, so that it comes however much else is sent. */
const maxGivingWay = 150

/** `isSendingFrames`: whether the frames of some session on this node are being sent. */
export async function sendToReaders<Packets>(
  readers: ReadonlySet<CaptionReader<Packets>>,
  packets: Packets,
  isSendingFrames: () => boolean,
): Promise<void> {
  const until = performance.now() + maxGivingWay
  let count = 0
  for (const reader of readers) {
    if (count % readersAtOnce === 0) {
      do await new Promise(setImmediate)
      while (isSendingFrames() && performance.now() < until)
    }
    reader.send(packets)
    count += 1
  }
}
