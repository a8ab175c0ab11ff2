/** Each group has a shape next to its name, so that nobody depends on colour. In documents a shape is a character. */
export const groupMarks = ['square', 'circle', 'diamond', 'triangle', 'hexagon'] as const
export type GroupMarkName = (typeof groupMarks)[number]

export const markSigns = {
  filled: { square: '■', circle: '●', diamond: '◆', triangle: '▲', hexagon: '⬢' },
  open: { square: '□', circle: '○', diamond: '◇', triangle: '△', hexagon: '⬡' },
} as const satisfies Readonly<Record<string, Readonly<Record<GroupMarkName, string>>>>
