import { useMemo } from 'react'
import { encode } from 'uqr'
import { classes } from './class-names.ts'
import styles from './qr-code.module.css'

const quiet = 2

/** Always dark on white, in both themes and both directions: cameras expect it. */
export const QrCode = ({ value, label, className }: { value: string; label: string; className?: string | undefined }) => {
  const { size, path } = useMemo(() => {
    const code = encode(value, { border: 0 })
    const dots = code.data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    return { size: code.size, path: dots.join('') }
  }, [value])
  const edge = size + 2 * quiet
  return (
    <svg
      className={classes(styles.code, className)}
      viewBox={`${-quiet} ${-quiet} ${edge} ${edge}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect x={-quiet} y={-quiet} width={edge} height={edge} fill="#fff" />
      <path fill="#0a1a27" d={path} />
    </svg>
  )
}
