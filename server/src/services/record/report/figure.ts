/** Turns pictures for languages from right to left, and measures the names in them. */
import type { Figure, Shape } from '@rostrum/shared/contract/report-blocks'
import { countHalfWidths } from './half-widths.ts'

/** Returns the same picture from right to left. In documents time keeps its direction, so only figures without time are mirrored. */
export const mirror = ({ width, height, shapes }: Figure): Figure => ({
  width,
  height,
  shapes: shapes.map((shape) => mirrorShape(shape, width)),
})

function mirrorShape(shape: Shape, width: number): Shape {
  switch (shape.kind) {
    case 'bar':
      return { ...shape, x: width - shape.x - shape.width }
    case 'rule':
      return { ...shape, x1: width - shape.x1, x2: width - shape.x2 }
    case 'mark':
      return { ...shape, x: width - shape.x - markSize }
    case 'words':
      return { ...shape, x: width - shape.x, side: shape.side === 'left' ? 'right' : shape.side === 'right' ? 'left' : 'middle' }
  }
}

export const markSize = 12

/** Measures the room for the longest name at the start of the rows. The factor is the largest average width of a character. */
export const measureNames = (names: readonly string[]): number => Math.max(150, 30 + 6.8 * Math.max(0, ...names.map(countHalfWidths)))
