/** The blocks of the report as HTML. */
import type { Block, Caption, ParagraphStyle, RunLine } from '@rostrum/shared/contract/report-blocks'
import type { ReactNode } from 'react'
import styles from './blocks.module.css'
import { FigureBlock } from './figure-block.tsx'
import { getLineText, ReportLine } from './report-line.tsx'
import { TableBlock, Wide } from './table-block.tsx'

/** `children`: what follows the last block. */
export const Blocks = ({ blocks, children }: { blocks: readonly Block[]; children?: ReactNode }) => (
  <div className={styles.report}>
    {joinLists(blocks).map((part, index) =>
      'items' in part ? <ListOf key={index} lines={part.items} /> : <BlockOfReport key={index} block={part.block} title={part.title} />,
    )}
    {children}
  </div>
)

const ListOf = ({ lines }: { lines: readonly RunLine[] }) => (
  <ul className={styles.list}>
    {lines.map((line, index) => (
      <li key={index}>
        <ReportLine line={line} />
      </li>
    ))}
  </ul>
)

type Part = { readonly block: Block; readonly title: string } | { readonly items: RunLine[] }

/** Paragraphs of a list become one list. A table without a caption is named by the paragraph above it. */
function joinLists(blocks: readonly Block[]): readonly Part[] {
  const parts: Part[] = []
  for (const [index, block] of blocks.entries()) {
    const last = parts.at(-1)
    const above = blocks[index - 1]
    if (block.kind !== 'paragraph' || block.style !== 'list')
      parts.push({ block, title: above?.kind === 'paragraph' ? getLineText(above.line) : '' })
    else if (last && 'items' in last) last.items.push(block.line)
    else parts.push({ items: [block.line] })
  }
  return parts
}

const BlockOfReport = ({ block, title }: { block: Block; title: string }) => {
  switch (block.kind) {
    case 'paragraph':
      return block.line.length === 0 ? null : <Paragraph style={block.style} line={block.line} />
    case 'numbered':
      return <Paragraph style="numbered" line={block.line} number={block.number} />
    case 'to-write':
      return null
    case 'heading': {
      const Heading = block.level === 1 ? 'h2' : 'h3'
      return (
        <Heading id={block.anchor}>
          {block.label === undefined ? null : (
            <small>
              <ReportLine line={block.label} />
            </small>
          )}
          <ReportLine line={block.line} />
        </Heading>
      )
    }
    case 'contents':
      return (
        <nav className={styles.contents}>
          <ul>
            {block.rows.map(({ line, paragraphs, target }) => (
              <li key={target}>
                <a href={`#${target}`}>
                  <ReportLine line={line} />
                </a>{' '}
                {paragraphs}
              </li>
            ))}
          </ul>
        </nav>
      )
    case 'table':
      return (
        <figure>
          {block.caption === null ? null : <CaptionOf caption={block.caption} />}
          <TableBlock table={block} label={block.caption === null ? title : getLineText(block.caption.title)} />
        </figure>
      )
    case 'figure':
      return (
        <figure>
          <CaptionOf caption={block.caption} />
          <Wide label={getLineText(block.caption.title)}>
            <FigureBlock block={block} />
          </Wide>
        </figure>
      )
  }
}

const CaptionOf = ({ caption: { number, title } }: { caption: Caption }) => (
  <figcaption>
    <small>
      <ReportLine line={number} />
    </small>{' '}
    <ReportLine line={title} />
  </figcaption>
)

const headings: Partial<Record<ParagraphStyle, 'h1' | 'h2' | 'h3'>> = {
  title: 'h1',
  'summary-heading': 'h2',
  'contents-heading': 'h2',
  'table-title': 'h3',
}

const Paragraph = ({ style, line, number }: { style: ParagraphStyle; line: RunLine; number?: number }): ReactNode => {
  const Tag = headings[style] ?? 'p'
  return (
    <Tag className={styles[style]}>
      {number === undefined ? null : <span className={styles.number}>{number}</span>}
      <ReportLine line={line} />
    </Tag>
  )
}
