/** A figure as SVG, with its text as text. */
import type { GroupMarkName } from '@rostrum/shared/contract/plan'
import type { Figure, Fill, Shape } from '../report/figure.ts'
import { escapeXml } from './xml.ts'

const markShapes: Readonly<Record<GroupMarkName, string>> = {
  circle: '<circle cx="6" cy="6" r="5"/>',
  square: '<rect x="1.5" y="1.5" width="9" height="9"/>',
  hexagon: '<path d="M3.2 1.2h5.6L11.6 6 8.8 10.8H3.2L.4 6z"/>',
  diamond: '<path d="M6 .7 11.3 6 6 11.3.7 6z"/>',
  triangle: '<path d="M6 .9 11.6 10.9H.4z"/>',
}

const fills: Readonly<Record<Fill, string>> = {
  solid: 'fill="#3a3a3a" stroke="#3a3a3a"',
  hatched: 'fill="#fff" stroke="#2b2b2b"',
  white: 'fill="#fff" stroke="#2b2b2b" stroke-width="1.2"',
  light: 'fill="#d5d5d5" stroke="#6b6b6b"',
}

const looks = {
  label: 'font-size="12"',
  axis: 'font-size="10.5" fill="#222"',
  value: 'font-size="10.5" fill="#222"',
  strong: 'font-size="10.5" font-weight="bold"',
} as const

const anchors = { left: 'start', middle: 'middle', right: 'end' } as const

export const drawSvg = ({ width, height, shapes }: Figure): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${round(height)}" viewBox="0 0 ${width} ${round(height)}" font-family="Arial, 'Liberation Sans', 'Noto Sans Arabic', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif">${shapes.map(drawShape).join('')}</svg>`

function drawShape(shape: Shape): string {
  switch (shape.kind) {
    case 'bar':
      return drawBar(shape)
    case 'rule':
      return `<path d="M${round(shape.x1)} ${round(shape.y1)}L${round(shape.x2)} ${round(shape.y2)}" fill="none" stroke="${shape.look === 'axis' ? '#c4c4c4' : '#111'}"/>`
    case 'mark':
      return `<g transform="translate(${round(shape.x)} ${round(shape.y)})" fill="#2b2b2b">${markShapes[shape.mark]}</g>`
    case 'words':
      return drawWords(shape)
  }
}

/** Draws a bar. The hatch consists of lines, because programs that show SVG do not agree on patterns. */
function drawBar({ x, y, width, height, fill }: Shape & { readonly kind: 'bar' }): string {
  const rect = `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" ${fills[fill]}/>`
  if (fill !== 'hatched' || width < 2) return rect
  const lines: string[] = []
  for (let at = 4; at < width + height; at += 5) {
    const [from, to] = [Math.max(0, at - height), Math.min(at, width)]
    lines.push(`M${round(x + from)} ${round(y + at - from)}L${round(x + to)} ${round(y + at - to)}`)
  }
  return `${rect}<path d="${lines.join('')}" stroke="#8a8a8a" fill="none"/>`
}

/** Draws words without a direction of their own. Programs that show SVG do not agree on the start of such text. */
const drawWords = ({ x, y, text, look, side }: Shape & { readonly kind: 'words' }): string =>
  `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchors[side]}" ${looks[look]}>${escapeXml(text)}</text>`

const round = (value: number): number => Math.round(value * 10) / 10
