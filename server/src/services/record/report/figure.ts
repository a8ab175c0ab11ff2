/** A picture as shapes and words, in units of a picture that is 700 wide. It uses only grey, so that it survives a copier. */
import type { GroupMarkName } from '@rostrum/shared/contract/plan'
import { countHalfWidths } from './half-widths.ts'

export type Fill = 'solid' | 'hatched' | 'white' | 'light'
export type Shape =
  | { readonly kind: 'bar'; readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly fill: Fill }
  | {
      readonly kind: 'rule'
      readonly x1: number
      readonly y1: number
      readonly x2: number
      readonly y2: number
      readonly look: 'axis' | 'event'
    }
  | { readonly kind: 'mark'; readonly x: number; readonly y: number; readonly mark: GroupMarkName }
  | {
      readonly kind: 'words'
      readonly x: number
      readonly y: number
      readonly text: string
      readonly look: 'label' | 'axis' | 'value' | 'strong'
      /** The end of the text that is at `x`, counted from the left of the picture. */
      readonly side: 'left' | 'middle' | 'right'
    }

export type Figure = { readonly width: number; readonly height: number; readonly shapes: readonly Shape[] }

/** Returns the same picture from right to left. Time keeps its direction, so only figures without time are mirrored. */
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
