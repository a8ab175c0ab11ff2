/** Which session is being edited stands in the address, so that the back button leads out of it. With unsaved changes it is asked first. */
import { useCallback, useEffect, useRef, useState } from 'react'

const editedIn = (search: string): string | null => new URLSearchParams(search).get('edit')

const addressOf = (id: string | null): string =>
  id === null ? location.pathname : `${location.pathname}?${new URLSearchParams({ edit: id }).toString()}`

export const useEdited = () => {
  const [edited, show] = useState(() => editedIn(location.search))
  const [asking, ask] = useState(false)
  const unsaved = useRef(false)

  useEffect(() => {
    const turned = () => {
      const next = editedIn(location.search)
      if (!unsaved.current || next === edited) return show(next)
      history.pushState(history.state, '', addressOf(edited))
      ask(true)
    }
    const closing = (event: BeforeUnloadEvent) => {
      if (unsaved.current) event.preventDefault()
    }
    window.addEventListener('popstate', turned)
    window.addEventListener('beforeunload', closing)
    return () => {
      window.removeEventListener('popstate', turned)
      window.removeEventListener('beforeunload', closing)
    }
  }, [edited])

  const leaveNow = () => {
    unsaved.current = false
    ask(false)
    history.replaceState(history.state, '', addressOf(null))
    show(null)
  }
  return {
    edited,
    edit: (id: string) => {
      history.pushState(history.state, '', addressOf(id))
      show(id)
    },
    /** Told by the page whenever it changes. */
    holds: useCallback((changes: boolean) => {
      unsaved.current = changes
    }, []),
    leave: () => (unsaved.current ? ask(true) : leaveNow()),
    asking,
    stay: () => ask(false),
    leaveNow,
  }
}
