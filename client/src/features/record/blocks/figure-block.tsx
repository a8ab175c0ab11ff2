/** Pictures of the report in the colours of the theme. Shapes and words carry the meaning, never colour. */
import type { BlockOf, Shape } from '@rostrum/shared/contract/report-blocks'
import { markShapes } from '../../../ui/group-mark.tsx'
import styles from './figure-block.module.css'

const anchors = { left: 'start', middle: 'middle', right: 'end' } as const

export const FigureBlock = ({ block: { alt, figure } }: { block: BlockOf<'figure'> }) => (
  <svg className={styles.picture} viewBox={`0 0 ${figure.width} ${figure.height}`} role="img" aria-label={alt}>
    <defs>
      <pattern id="report-hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d="M0 0v4" />
      </pattern>
    </defs>
    {figure.shapes.map((shape, index) => (
      <ShapeOf key={index} shape={shape} />
    ))}
  </svg>
)

const ShapeOf = ({ shape }: { shape: Shape }) => {
  switch (shape.kind) {
    case 'bar': {
      const { kind: _, fill, ...rect } = shape
      return <rect {...rect} className={styles[fill]} />
    }
    case 'rule': {
      const { kind: _, look, ...ends } = shape
      return <line {...ends} className={styles[look]} />
    }
    case 'mark':
      return <path d={markShapes[shape.mark]} transform={`translate(${shape.x} ${shape.y})`} className={styles.mark} />
    case 'words':
      return (
        <text x={shape.x} y={shape.y} textAnchor={anchors[shape.side]} className={styles[shape.look]}>
          {shape.text}
        </text>
      )
  }
}
