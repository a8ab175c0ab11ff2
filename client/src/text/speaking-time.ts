/** A speaking time in words: "3 min" in a sentence, because 3:00 could be read as a time of day. */
import type { PhoneTranslate } from './messages.ts'

export const formatSpeakingTime = (t: PhoneTranslate, milliseconds: number): string => {
  const total = Math.round(milliseconds / 1000)
  const [minutes, seconds] = [Math.floor(total / 60), total % 60]
  if (minutes === 0) return t('time.seconds', { n: seconds })
  const whole = t('time.minutes', { n: minutes })
  return seconds === 0 ? whole : t('time.minutesAndSeconds', { minutes: whole, seconds: t('time.seconds', { n: seconds }) })
}
