import { useEffect } from 'react'

/** Each step of a page has its own title, so that a person who comes back to the window knows where they are. */
export const usePageTitle = (title: string): void =>
  useEffect(() => {
    document.title = title
  }, [title])
