/** Moves the focus on a form page. It goes to the heading when the page appears, and to the first wrong field when the form is refused. */
import { type RefObject, useEffect, useRef } from 'react'
import { focusFirstError } from './field.tsx'

/** `refusal` must be a new object for each refusal, so that two equal refusals both move the focus. */
export const useErrorFocus = (refusal: object | null): RefObject<HTMLFormElement | null> => {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (refusal !== null && form.current !== null) focusFirstError(form.current)
  }, [refusal])
  return form
}

export const useHeadingFocus = (): RefObject<HTMLHeadingElement | null> => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return heading
}
