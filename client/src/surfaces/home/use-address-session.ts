/** The session of a page is in the address, so that the back button leaves the page. */
import { useEffect, useState } from 'react'

const read = (name: string): string | null => new URLSearchParams(location.search).get(name)

export const useAddressSession = (name: string) => {
  const [id, setId] = useState(() => read(name))
  useEffect(() => {
    const onPopState = () => setId(read(name))
    window.addEventListener('popstate', onPopState)
    return () => window.removeEventListener('popstate', onPopState)
  }, [name])
  return {
    id,
    open: (session: string) => {
      history.pushState(history.state, '', `${location.pathname}?${new URLSearchParams({ [name]: session }).toString()}`)
      setId(session)
    },
    leave: () => {
      history.replaceState(history.state, '', location.pathname)
      setId(null)
    },
  }
}
