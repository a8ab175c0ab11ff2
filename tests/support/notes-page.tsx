/** The note-takers' desk over real states of a session, with a line that answers when the test says so. */
import { NotesDesk } from '@rostrum/client/features/notes/workplace/notes-workplace.tsx'
import { NotReachedCard } from '@rostrum/client/features/statements/secretariat/not-reached-card.tsx'
import { ConnectionContext } from '@rostrum/client/session/hooks.tsx'
import { emptyScreen, useScreen } from '@rostrum/client/session/store'
import type { State } from '@rostrum/shared/contract/registry'
import { projectAudience, projectPerson } from '@rostrum/shared/projection/registry'
import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { lineOf, nothingSent } from './fake-connection.ts'
import { personIn } from './fixtures.ts'

const connection = lineOf({ place: 'session.desk' })

const viewOf = (state: State) => ({
  ...projectAudience(state, 'staff').view,
  ...projectPerson(state, personIn(state, 'desk')).view,
  presence: { room: 1, remote: 1 },
})

/** Another moment of the same session. `record`: whether the record can be read. */
export const comesIn = async (state: State): Promise<void> => {
  await act(async () => useScreen.setState({ view: viewOf(state) }))
}

export const opens = async (state: State): Promise<void> => {
  nothingSent()
  useScreen.setState({ ...emptyScreen, line: { kind: 'live' }, view: viewOf(state) })
  await draws()
}

/** The workplace is left and opened again, or the page is loaded again. */
export const again = async (): Promise<void> => {
  cleanup()
  await draws()
}

const draws = () =>
  act(async () => {
    render(
      <ConnectionContext value={connection}>
        <NotesDesk>
          <NotReachedCard />
        </NotesDesk>
      </ConnectionContext>,
    )
  })

export const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))
export const button = (name: string | RegExp) => screen.queryByRole('button', { name })
const plain = (text: string | null | undefined): string => (text ?? '').replace(/[\u2066-\u2069]/g, '').trim()
export const field = (): HTMLTextAreaElement => {
  const found = document.querySelector<HTMLTextAreaElement>('[data-note-field] textarea')
  if (!found) throw new Error('there is no field')
  return found
}
/** "Note on …" */
export const aim = (): string => plain(document.querySelector('[data-note-field] h3')?.textContent)
/** What is listed, each entry as it reads. */
export const entries = (): readonly string[] => [...document.querySelectorAll('[data-entry]')].map(({ textContent }) => plain(textContent))
export const points = (): readonly string[] => [...document.querySelectorAll('[data-point]')].map(({ textContent }) => plain(textContent))
export const pageText = (): string => plain(document.body.textContent)
export const table = (): readonly (readonly string[])[] =>
  [...document.querySelectorAll('tr')].map((row) => [...row.children].map(({ textContent }) => plain(textContent)))
