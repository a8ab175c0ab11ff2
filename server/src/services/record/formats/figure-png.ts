/** A figure as a grey bitmap, for programs that do not show SVG. It has the bars and marks; the words are in the SVG and in the table. */
import { zlibSync } from 'fflate'
import type { Figure, Shape } from '../report/figure.ts'

/** The number of pixels per unit of the figure. */
const scale = 2

const greys = { solid: 0x3a, hatched: 0xff, white: 0xff, light: 0xd5 } as const

export function drawPng(figure: Figure): Uint8Array {
  const canvas = new GreyCanvas(Math.ceil(figure.width * scale), Math.ceil(figure.height * scale))
  for (const shape of figure.shapes) drawShape(canvas, shape)
  return encodePng(canvas)
}

class GreyCanvas {
  readonly width: number
  readonly height: number
  readonly points: Uint8Array

  constructor(width: number, height: number) {
    this.width = width
    this.height = height
    this.points = new Uint8Array(width * height).fill(0xff)
  }

  set(x: number, y: number, grey: number): void {
    if (x >= 0 && y >= 0 && x < this.width && y < this.height) this.points[y * this.width + x] = grey
  }
}

function drawShape(canvas: GreyCanvas, shape: Shape): void {
  if (shape.kind === 'bar') drawBar(canvas, shape)
  if (shape.kind === 'rule') drawRule(canvas, shape)
  if (shape.kind === 'mark') drawMark(canvas, shape)
}

function drawBar(canvas: GreyCanvas, { x, y, width, height, fill }: Shape & { readonly kind: 'bar' }): void {
  const [left, top, right, bottom] = [x, y, x + width, y + height].map((value) => Math.round(value * scale)) as [
    number,
    number,
    number,
    number,
  ]
  for (let row = top; row <= bottom; row += 1)
    for (let column = left; column <= right; column += 1) {
      const isEdge = row === top || row === bottom || column === left || column === right
      const isHatch = fill === 'hatched' && (column - left + row - top) % 10 < 2
      canvas.set(column, row, isEdge ? 0x2b : isHatch ? 0x8a : greys[fill])
    }
}

/** Draws a rule. Our rules are vertical. */
function drawRule(canvas: GreyCanvas, { x1, y1, y2, look }: Shape & { readonly kind: 'rule' }): void {
  for (let row = Math.round(y1 * scale); row <= Math.round(y2 * scale); row += 1)
    canvas.set(Math.round(x1 * scale), row, look === 'axis' ? 0xc4 : 0x11)
}

const markTests: Readonly<Record<(Shape & { readonly kind: 'mark' })['mark'], (x: number, y: number) => boolean>> = {
  square: (x, y) => Math.abs(x) <= 4.5 && Math.abs(y) <= 4.5,
  circle: (x, y) => x * x + y * y <= 25,
  diamond: (x, y) => Math.abs(x) + Math.abs(y) <= 5.3,
  triangle: (x, y) => y <= 4.9 && y >= -5.1 && Math.abs(x) <= (y + 5.1) * 0.56,
  hexagon: (x, y) => Math.abs(y) <= 4.8 && Math.abs(x) + Math.abs(y) * 0.58 <= 5.6,
}

function drawMark(canvas: GreyCanvas, { x, y, mark }: Shape & { readonly kind: 'mark' }): void {
  for (let row = 0; row < 12 * scale; row += 1)
    for (let column = 0; column < 12 * scale; column += 1)
      if (markTests[mark](column / scale - 6, row / scale - 6))
        canvas.set(Math.round(x * scale) + column, Math.round(y * scale) + row, 0x2b)
}

/** Encodes eight bits of grey, with unfiltered rows. */
function encodePng({ width, height, points }: GreyCanvas): Uint8Array {
  const rows = new Uint8Array((width + 1) * height)
  for (let row = 0; row < height; row += 1) rows.set(points.subarray(row * width, (row + 1) * width), row * (width + 1) + 1)
  const header = new Uint8Array([...toBytes(width), ...toBytes(height), 8, 0, 0, 0, 0])
  const parts = [
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    makeChunk('IHDR', header),
    makeChunk('IDAT', zlibSync(rows, { level: 1 })),
    makeChunk('IEND', new Uint8Array()),
  ]
  return Uint8Array.from(parts.flatMap((part) => [...part]))
}

const toBytes = (value: number): readonly number[] => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]

function makeChunk(type: string, data: Uint8Array): Uint8Array {
  const body = Uint8Array.from([...new TextEncoder().encode(type), ...data])
  return Uint8Array.from([...toBytes(data.length), ...body, ...toBytes(computeCrc(body))])
}

function computeCrc(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}
