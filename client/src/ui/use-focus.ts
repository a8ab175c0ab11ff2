/** Where the focus goes on a page of a form: to its heading when it comes, to what is wrong when it is refused. */
import { type RefObject, useEffect, useRef } from 'react'
import { focusFirstError } from './field.tsx'

/** `refused` is a new object for each refusal, so that the same one twice is seen twice. */
export const useErrorFocus = (refused: object | null): RefObject<HTMLFormElement | null> => {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (refused !== null && form.current !== null) focusFirstError(form.current)
  }, [refused])
  return form
}

export const useHeadingFocus = (): RefObject<HTMLHeadingElement | null> => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return heading
}
