// @vitest-environment jsdom
/** The foot of the lectern's page names the place as every other page does. */
import { initialStore, useSessionStore } from '@rostrum/client/session/store'
import { LecternFoot } from '@rostrum/client/surfaces/lectern/lectern-foot.tsx'
import { loadLanguage } from '@rostrum/client/text/text'
import { projectAudience, projectPerson } from '@rostrum/shared/projection/project'
import { cleanup, render } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { createState, getPerson, plan } from '../support/fixtures.ts'
import { getPageText } from '../support/participant-page.tsx'

vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))
afterEach(cleanup)

test('[V29] the lectern names a seat of the United Nations in the language of the page', async () => {
  await loadLanguage('fr', 'staff')
  const state = createState({ ...plan, place: 'Geneva' })
  useSessionStore.setState({
    ...initialStore,
    view: { ...projectAudience(state, 'staff').view, ...projectPerson(state, getPerson(state, 'chair')).view } as never,
  })
  render(<LecternFoot />)
  expect(getPageText()).toContain('Genève')
})
