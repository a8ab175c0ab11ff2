import { Children, Fragment, type ReactNode } from 'react'
import { usePhoneText } from './use-text.tsx'

/** Sentences of one paragraph, with what the language sets between two of them. Those that are null are left out. */
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
