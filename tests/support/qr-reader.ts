/**
 * Reads a QR code as a page draws it. It follows the standard and does not use the code that drew it. It reads only small codes of the
 * lowest error correction level, which have one block, and corrects no errors.
 */

const format = 0x5412
const masks: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
]

/** Takes `viewBox` and `path` of the SVG. The path has one square for each dark module. */
export const readQr = (viewBox: string, path: string): string => {
  const [quiet = 0, , edge = 0] = viewBox.split(' ').map(Number)
  const size = edge + 2 * quiet
  const dark = new Set([...path.matchAll(/M(\d+) (\d+)/g)].map(([, x, y]) => Number(y) * size + Number(x)))
  const isDark = (x: number, y: number): boolean => dark.has(y * size + x)
  const version = (size - 17) / 4
  if (!Number.isInteger(version) || version < 1 || version > 5) throw new Error(`a code with ${size} modules on a side is not supported`)
  const mask = masks[findMask(isDark)]
  if (!mask) throw new Error('a code without a mask')
  const bits = listModules(size, version).map(([x, y]) => (isDark(x, y) !== mask(x, y) ? 1 : 0))
  return decodeText(bits)
}

const findMask = (isDark: (x: number, y: number) => boolean): number => {
  const formatModules: readonly (readonly [number, number])[] = [
    ...Array.from({ length: 6 }, (_, index) => [8, index] as const),
    ...([
      [8, 7],
      [8, 8],
      [7, 8],
    ] as const),
    ...Array.from({ length: 6 }, (_, index) => [5 - index, 8] as const),
  ]
  const bits = formatModules.reduce((all, [x, y], index) => all | (isDark(x, y) ? 1 << index : 0), 0) ^ format
  if (bits >> 13 !== 1) throw new Error('only the lowest error correction level is supported')
  return (bits >> 10) & 7
}

/** Lists the modules with data in order. They go up and down in pairs of columns from the right, without the fixed patterns. */
const listModules = (size: number, version: number): readonly (readonly [number, number])[] => {
  const far = size - 8
  const isNear = (place: number): boolean => Math.abs(place - (size - 7)) <= 2
  const isFixed = (x: number, y: number): boolean =>
    (x < 9 && y < 9) || (x >= far && y < 9) || (x < 9 && y >= far) || x === 6 || y === 6 || (version > 1 && isNear(x) && isNear(y))
  const columns = Array.from({ length: (size - 1) / 2 }, (_, index) => size - 1 - 2 * index).map((right) =>
    right <= 6 ? right - 1 : right,
  )
  return columns.flatMap((right, index) =>
    Array.from({ length: size }, (_, step) => (index % 2 === 0 ? size - 1 - step : step)).flatMap((y) =>
      [right, right - 1].flatMap((x) => (isFixed(x, y) ? [] : [[x, y] as const])),
    ),
  )
}

const decodeText = (bits: readonly number[]): string => {
  let read = 0
  const take = (count: number): number => {
    const value = bits.slice(read, read + count).reduce((all, bit) => all * 2 + bit, 0)
    read += count
    return value
  }
  const mode = take(4)
  if (mode !== 4) throw new Error(`mode ${mode} is not supported`)
  const length = take(8)
  return new TextDecoder().decode(Uint8Array.from({ length }, () => take(8)))
}
