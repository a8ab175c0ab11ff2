/** The notes workplace with real states of a session, and a connection that replies when the test says so. */
import { NotesWorkplace } from '@rostrum/client/features/notes/workplace/notes-workplace.tsx'
import { NotReachedCard } from '@rostrum/client/features/statements/secretariat/not-reached-card.tsx'
import { ConnectionContext } from '@rostrum/client/session/hooks.tsx'
import { initialStore, useSessionStore } from '@rostrum/client/session/store'
import type { State } from '@rostrum/shared/contract/registry'
import { projectAudience, projectPerson } from '@rostrum/shared/projection/project'
import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { clearSent, makeConnection } from './fake-connection.ts'
import { getPerson } from './fixtures.ts'

const connection = makeConnection({ storageKey: 'session.desk' })

const makeView = (state: State) => ({
  ...projectAudience(state, 'staff').view,
  ...projectPerson(state, getPerson(state, 'desk')).view,
  presence: { room: 1, remote: 1 },
})

/** Shows another state of the same session. */
export const updateNotesPage = async (state: State): Promise<void> => {
  await act(async () => useSessionStore.setState({ view: makeView(state) }))
}

export const openNotesPage = async (state: State): Promise<void> => {
  clearSent()
  useSessionStore.setState({ ...initialStore, connectionStatus: { kind: 'live' }, view: makeView(state) })
  await renderPage()
}

/** Closes the workplace and opens it again. For the workplace, this is the same as a reload. */
export const reopenNotesPage = async (): Promise<void> => {
  cleanup()
  await renderPage()
}

const renderPage = () =>
  act(async () => {
    render(
      <ConnectionContext value={connection}>
        <NotesWorkplace>
          <NotReachedCard />
        </NotesWorkplace>
      </ConnectionContext>,
    )
  })

export const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))
export const queryButton = (name: string | RegExp) => screen.queryByRole('button', { name })
const stripDirectionMarks = (text: string | null | undefined): string => (text ?? '').replace(/[\u2066-\u2069]/g, '').trim()
export const getField = (): HTMLTextAreaElement => {
  const found = document.querySelector<HTMLTextAreaElement>('[data-note-field] textarea')
  if (!found) throw new Error('there is no field')
  return found
}
/** Returns the heading of the note field: “Note on …”. */
export const getSubjectText = (): string => stripDirectionMarks(document.querySelector('[data-note-field] h3')?.textContent)
/** Returns the text of each entry of the list. */
export const getEntryTexts = (): readonly string[] =>
  [...document.querySelectorAll('[data-entry]')].map(({ textContent }) => stripDirectionMarks(textContent))
export const getNoteTexts = (): readonly string[] =>
  [...document.querySelectorAll('[data-point]')].map(({ textContent }) => stripDirectionMarks(textContent))
export const getPageText = (): string => stripDirectionMarks(document.body.textContent)
export const getTableCells = (): readonly (readonly string[])[] =>
  [...document.querySelectorAll('tr')].map((row) => [...row.children].map(({ textContent }) => stripDirectionMarks(textContent)))
