/** A short soft sound, a vibration, and a notification. A browser may refuse each; nothing depends on them. */

let context: AudioContext | null = null

/** Hertz. Two soft notes upwards, for a third of a second. */
const notes = [523, 659]
const noteSeconds = 0.16
const loudness = 0.06
const vibration = [150, 100, 150]

/** Call it in a press, because browsers allow sound only after one. */
export const allowSound = (): void => {
  if (!('AudioContext' in window)) return
  context ??= new AudioContext()
  void context.resume()
}

export const playSignal = (): void => {
  if ('vibrate' in navigator) navigator.vibrate(vibration)
  if (context?.state !== 'running') return
  for (const [index, frequency] of notes.entries()) playNote(context, frequency, context.currentTime + index * noteSeconds)
}

const playNote = (audio: AudioContext, frequency: number, from: number): void => {
  const tone = new OscillatorNode(audio, { frequency })
  const volume = new GainNode(audio, { gain: 0 })
  volume.gain.setValueAtTime(0, from)
  volume.gain.linearRampToValueAtTime(loudness, from + 0.03)
  volume.gain.linearRampToValueAtTime(0, from + noteSeconds)
  tone.connect(volume).connect(audio.destination)
  tone.start(from)
  tone.stop(from + noteSeconds)
}

/** Asks the browser for notifications. Call it in a press. */
export const allowNotices = (): void => {
  if ('Notification' in window) void Notification.requestPermission()
}

/** Shows a notification if another window or page is in front. Some phones let only a service worker show one, and throw. */
export const showNotice = (text: string): void => {
  if (!('Notification' in window) || Notification.permission !== 'granted' || document.hasFocus()) return
  try {
    new Notification(text, { tag: 'rostrum' })
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
  }
}
