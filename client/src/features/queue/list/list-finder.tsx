/** The search in the head of the list of speakers. During a search and after it the list is scrolled to the right position. */
import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { useText } from '../../../text/use-text.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { TextField } from '../../../ui/field.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { useAriaShortcut } from '../../../ui/shortcuts.ts'
import styles from '../queue.module.css'

/** The number of rows that can be seen at a glance. */
const maxUnsearched = 20

type ListSearch = { readonly find: string; readonly onFind: (typed: string) => void }

/** Shows the rows found from the top. After the search the list returns to its position. */
export const useListSearch = (scroller: RefObject<HTMLElement | null>): ListSearch => {
  const [find, setFind] = useState('')
  const topBefore = useRef(0)
  useLayoutEffect(() => {
    if (scroller.current) scroller.current.scrollTop = find === '' ? topBefore.current : 0
  }, [scroller, find])
  const onFind = (typed: string) => {
    if (find === '') topBefore.current = scroller.current?.scrollTop ?? 0
    setFind(typed)
  }
  return { find, onFind }
}

type ListFinderProps = ListSearch & {
  /** The number of rows that are searched. */
  count: number
  /** Shows only an icon until it is used. */
  isFolded?: boolean
  /** Called for Enter or the arrow down, which lead to the rows found. */
  onEnter: () => void
}

export const ListFinder = ({ find, onFind, count, isFolded = false, onEnter }: ListFinderProps) => {
  const { t } = useText()
  const shortcut = useAriaShortcut('find')
  const [hasFocus, setHasFocus] = useState(false)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape' && find !== '') onFind('')
    else if (event.key === 'Enter' || event.key === 'ArrowDown') onEnter()
    else return
    event.preventDefault()
  }
  // When the list becomes short, a field that is in use stays.
  if (count <= maxUnsearched && find === '' && !hasFocus) return null
  return (
    <div className={classNames(styles.finder, isFolded && styles.folded, (hasFocus || find !== '') && styles.used)}>
      {isFolded ? <Icon name="search" /> : null}
      <TextField
        type="search"
        label={t('queue.find')}
        hideLabel
        placeholder={isFolded && !hasFocus ? undefined : t('queue.findAmong', { n: count })}
        data-shortcut="find"
        aria-keyshortcuts={shortcut}
        autoComplete="off"
        maxLength={160}
        value={find}
        onChange={onFind}
        onKeyDown={onKeyDown}
        onFocus={() => setHasFocus(true)}
        onBlur={() => setHasFocus(false)}
      />
    </div>
  )
}
