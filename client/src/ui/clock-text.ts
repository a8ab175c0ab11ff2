/**
 * Time as digits. What is left is rounded up, so that a full limit shows whole and 0:00 means gone;
 * what is over is rounded down and carries a plus.
 */
export const clockText = (milliseconds: number): string => {
  const over = milliseconds < 0
  const total = over ? Math.floor(-milliseconds / 1000) : Math.ceil(milliseconds / 1000)
  const [hours, minutes, seconds] = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60]
  const two = (value: number) => String(value).padStart(2, '0')
  const digits = hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`
  return over ? `+${digits}` : digits
}
