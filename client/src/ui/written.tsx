/** Text that people wrote, unchanged. It has its own direction, isolated from the text around it, and its own language if that is known. */
import type { ComponentProps, ReactNode } from 'react'
import { detectLanguage } from './writing.ts'

const findLanguage = (written: ReactNode) => (typeof written === 'string' ? detectLanguage(written) : undefined)

/** A name, inside any other text. */
export const Name = ({ children, ...rest }: ComponentProps<'bdi'>) => (
  <bdi {...rest} lang={findLanguage(children)}>
    {children}
  </bdi>
)

type WrittenProps = ComponentProps<'p'> & { as?: 'p' | 'bdi' | 'span' | 'strong' | 's' | 'h1' | 'h2' }

/** A whole text: a question, a statement, a title. `lang`: given if its language is known for certain. */
export const Written = ({ as: Tag = 'p', lang, children, ...rest }: WrittenProps) => (
  <Tag {...(rest as object)} dir="auto" lang={lang ?? findLanguage(children)}>
    {children}
  </Tag>
)
