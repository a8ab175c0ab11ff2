import { Children, Fragment, type ReactNode } from 'react'
import { usePhoneText } from './use-text.tsx'

/** Joins the sentences of one paragraph with the separator of the language. Missing sentences are left out. */
export const Sentences = ({ children }: { children: ReactNode }) => {
  const { language } = usePhoneText()
  return Children.toArray(children)
    .filter((each) => each !== '')
    .map((each, index) => (
      <Fragment key={index}>
        {index === 0 ? null : language.sentenceGap}
        {each}
      </Fragment>
    ))
}
