/** Runs of text. A text that people wrote keeps its own direction, and is never markup. */
import { groupMarks, markSigns } from '@rostrum/shared/contract/group-marks'
import type { Face, RunLine, TextRun } from '@rostrum/shared/contract/report-blocks'
import type { ReactNode } from 'react'
import { GroupShape } from '../../../ui/group-mark.tsx'
import { Written } from '../../../ui/written.tsx'
import styles from './blocks.module.css'

type FaceProps = { children: ReactNode }
const faces: Readonly<Record<Face, (props: FaceProps) => ReactNode>> = {
  plain: ({ children }) => children,
  strong: ({ children }) => <strong>{children}</strong>,
  emphasis: ({ children }) => <span className={styles.emphasis}>{children}</span>,
  small: ({ children }) => <small>{children}</small>,
  code: ({ children }) => <code>{children}</code>,
  mark: ({ children }) => <span className={styles.marks}>{children}</span>,
  tag: ({ children }) => <span className={styles.tag}>{children}</span>,
  'tag-dark': ({ children }) => <span className={`${styles.tag} ${styles.dark}`}>{children}</span>,
  'tag-grey': ({ children }) => <span className={`${styles.tag} ${styles.grey}`}>{children}</span>,
}

const shapes = new Map(
  groupMarks.flatMap((mark): readonly (readonly [string, ReactNode])[] => [
    [markSigns.filled[mark], <GroupShape key={mark} mark={mark} />],
    [markSigns.open[mark], <GroupShape key={mark} mark={mark} empty />],
  ]),
)

/** The marks of groups as shapes, since few fonts have all the characters. The name or the count follows. */
const drawMarks = (text: string): ReactNode => [...text].map((sign) => shapes.get(sign))

const Run = ({ run: { text, isQuoted, face, language, anchor, target, href } }: { run: TextRun }) => {
  const Face = faces[face]
  const written = face === 'mark' ? drawMarks(text) : isQuoted ? <Written as="bdi" lang={language} children={text} /> : text
  const content = (
    <Face>{href === undefined ? target === undefined ? written : <a href={`#${target}`}>{written}</a> : lead(href, written)}</Face>
  )
  return anchor === undefined ? content : <span id={anchor}>{content}</span>
}

const lead = (href: string, written: ReactNode) => (
  <a href={href} target="_blank" rel="noopener noreferrer">
    {written}
  </a>
)

export const ReportLine = ({ line }: { line: RunLine }) => line.map((run, index) => <Run key={index} run={run} />)

export const getLineText = (line: RunLine): string => line.map(({ text }) => text).join('')
