// @vitest-environment jsdom
/** The links of the booths on the organizer's page: covered, renewed, ended, and added by language. */
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { getChangeRequests, makeJsonReply, openHome, press, setUpOrganizerServer } from '../support/organizer-page.tsx'
import { makeSessionSummary, sessionLinks } from '../support/organizer-replies.ts'

setUpOrganizerServer()

const booth = {
  person: 'booth-fr',
  role: 'interpreter',
  entity: 'Booth',
  channel: 'room',
  office: null,
  booth: 'fr',
  name: null,
  url: 'https://rostrum.example/enter#booth-secret',
}
const session = makeSessionSummary('one')
const links = `/api/sessions/${session.id}/links`
const open = () => openHome([session], { [`GET ${links}`]: makeJsonReply({ ...sessionLinks, links: [...sessionLinks.links, booth] }) })
const getCard = () => within(screen.getByRole('heading', { name: 'Booth: into French' }).closest('article') as HTMLElement)

test('[X59] a booth has a card with its covered link, which is renewed and ended like the other links', async () => {
  await open()
  expect(document.body.innerHTML).not.toContain('booth-secret')
  expect(getCard().getByRole('button', { name: /QR/ })).toBeTruthy()
  for (const [action, confirm] of [
    ['Renew', 'Create a new link'],
    ['End access', 'End access'],
  ] as const) {
    await userEvent.click(getCard().getByRole('button', { name: new RegExp(`^${action}`) }))
    const dialog = within(await screen.findByRole('dialog'))
    await userEvent.click(dialog.getByRole('button', { name: confirm }))
  }
  expect(getChangeRequests().map(({ path }) => path)).toEqual([
    `${links}/booth-fr/renew`,
    `/api/sessions/${session.id}/officers/booth-fr/end`,
  ])
})

test('[X59] a booth is added by language, each language once', async () => {
  await open()
  await press('Add a booth')
  const dialog = within(await screen.findByRole('dialog'))
  const choice = dialog.getByLabelText<HTMLSelectElement>('Interpretation into')
  const languages = [...choice.options].map(({ value }) => value)
  expect(languages.slice(0, 5)).toEqual(['ar', 'zh', 'en', 'ru', 'es'])
  expect(languages).not.toContain('fr')
  await userEvent.selectOptions(choice, 'sw')
  await userEvent.click(dialog.getByRole('button', { name: 'Add a booth' }))
  expect(getChangeRequests()).toEqual([{ path: `/api/sessions/${session.id}/booths`, body: { language: 'sw' } }])
})
