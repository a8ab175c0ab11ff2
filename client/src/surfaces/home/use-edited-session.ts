/** The session being edited is in the address, so that the back button leaves it. With unsaved changes the user confirms first. */
import { useCallback, useEffect, useRef, useState } from 'react'

const readEditedId = (search: string): string | null => new URLSearchParams(search).get('edit')

const makeAddress = (id: string | null): string =>
  id === null ? location.pathname : `${location.pathname}?${new URLSearchParams({ edit: id }).toString()}`

export const useEditedSession = () => {
  const [editedId, setEditedId] = useState(() => readEditedId(location.search))
  const [isLeaveAsked, setLeaveAsked] = useState(false)
  const unsaved = useRef(false)

  useEffect(() => {
    const onPopState = () => {
      const next = readEditedId(location.search)
      if (!unsaved.current || next === editedId) return setEditedId(next)
      history.pushState(history.state, '', makeAddress(editedId))
      setLeaveAsked(true)
    }
    const onBeforeUnload = (event: BeforeUnloadEvent) => {
      if (unsaved.current) event.preventDefault()
    }
    window.addEventListener('popstate', onPopState)
    window.addEventListener('beforeunload', onBeforeUnload)
    return () => {
      window.removeEventListener('popstate', onPopState)
      window.removeEventListener('beforeunload', onBeforeUnload)
    }
  }, [editedId])

  const discardAndLeave = () => {
    unsaved.current = false
    setLeaveAsked(false)
    history.replaceState(history.state, '', makeAddress(null))
    setEditedId(null)
  }
  return {
    editedId,
    edit: (id: string) => {
      history.pushState(history.state, '', makeAddress(id))
      setEditedId(id)
    },
    /** Called by the page whenever it gets or loses unsaved changes. */
    setUnsaved: useCallback((changes: boolean) => {
      unsaved.current = changes
    }, []),
    leave: () => (unsaved.current ? setLeaveAsked(true) : discardAndLeave()),
    isLeaveAsked,
    stay: () => setLeaveAsked(false),
    discardAndLeave,
  }
}
