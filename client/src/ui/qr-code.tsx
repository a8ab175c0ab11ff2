import { useMemo } from 'react'
import { encode } from 'uqr'
import { classNames } from './class-names.ts'
import styles from './qr-code.module.css'

const quietZone = 2

/** Always dark on white, in both themes and both text directions, because cameras expect that. */
export const QrCode = ({ value, label, className }: { value: string; label: string; className?: string | undefined }) => {
  const { size, path } = useMemo(() => {
    const code = encode(value, { border: 0 })
    const dots = code.data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    return { size: code.size, path: dots.join('') }
  }, [value])
  const edge = size + 2 * quietZone
  return (
    <svg
      className={classNames(styles.code, className)}
      viewBox={`${-quietZone} ${-quietZone} ${edge} ${edge}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect x={-quietZone} y={-quietZone} width={edge} height={edge} fill="#fff" />
      <path fill="#0a1a27" d={path} />
    </svg>
  )
}
