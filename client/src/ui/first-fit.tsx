/** One of several texts that say the same at different lengths: the first that fits into the box in one line, or none. */
import { useLayoutEffect, useRef, useState } from 'react'
import { classNames } from './class-names.ts'
import styles from './first-fit.module.css'

type FirstFitProps = { texts: readonly string[]; className?: string | undefined }

/** All texts are laid out, and one is visible. So their widths are known in the font of this system, also when the font changes. */
export const FirstFit = ({ texts, className }: FirstFitProps) => {
  const different = [...new Set(texts)]
  return <Texts key={different.join('\n')} texts={different} className={className} />
}

const Texts = ({ texts, className }: FirstFitProps) => {
  const box = useRef<HTMLSpanElement>(null)
  const [shown, setShown] = useState(0)
  useLayoutEffect(() => {
    const { current } = box
    if (current === null) return
    const lines = [...current.children]
    const measure = () => setShown(findFirstFit(lines.map(getWidth), getWidth(current)))
    // Runs at once, so that a cut text is never painted.
    measure()
    const observer = new ResizeObserver(measure)
    for (const part of [current, ...lines]) observer.observe(part)
    return () => observer.disconnect()
  }, [])
  return (
    <span ref={box} className={classNames(styles.box, className)}>
      {texts.map((text, index) => (
        <span key={text} className={classNames(index !== shown && styles.hidden)}>
          {text}
        </span>
      ))}
    </span>
  )
}

const getWidth = (part: Element): number => part.getBoundingClientRect().width

/** Returns the place of the first width that fits into `room`, or -1. Both are in pixels. */
export const findFirstFit = (widths: readonly number[], room: number): number => widths.findIndex((width) => width <= room)
