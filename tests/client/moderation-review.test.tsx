// @vitest-environment jsdom
/** The question under review: edited in place, labelled, assigned, moved to the list of speakers, merged with another. */
import { loadLanguage } from '@rostrum/client/text/text'
import type { PersonId } from '@rostrum/shared/contract/ids'
import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { reply, sent } from '../support/fake-connection.ts'
import {
  findRowButton,
  focusRow,
  getReview,
  getReviewText,
  getSentTypes,
  openPage,
  press,
  queryButton,
  toInstantAt,
  updateView,
} from '../support/question-page.tsx'

// jsdom lacks this browser API, and the UI kit needs it.
vi.stubGlobal('CSS', { escape: (text: string) => text })

const threeQuestions = { a: {}, b: {}, c: {} }
const editedFields = { lastAction: { action: 'edited', by: 'secretariat' as PersonId, at: toInstantAt(10) } } as const
const typeKeys = (keys: string) => userEvent.keyboard(keys)

beforeEach(async () => {
  await loadLanguage('en', 'staff')
})
afterEach(cleanup)

describe('the text of the question', () => {
  const getTextField = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text of the question' })

  test('is edited in place against the text that the moderator saw; the original stays next to it', async () => {
    openPage(threeQuestions)
    await userEvent.type(getTextField(), ' Why')
    expect(getReview().textContent).toContain('14 of 280')
    await press('Save the edit')
    expect(sent).toEqual([{ type: 'questions.edit', data: { question: 'a', text: 'Text of a? Why', expectedText: 'Text of a?' } }])
    updateView({ ...threeQuestions, a: { text: 'Text of a? Why', edited: true, staff: { original: 'Text of a?', ...editedFields } } })
    await reply()
    expect(getTextField().value).toBe('Text of a? Why')
    expect(queryButton('Save the edit')).toBeNull()
    expect(screen.getByRole('heading', { name: 'As it was asked' }).nextElementSibling?.textContent).toBe('Text of a?')
  })

  test('is never approved without the edit that the page shows', async () => {
    openPage(threeQuestions)
    await userEvent.type(getTextField(), ' Why')
    focusRow('a')
    await typeKeys('a')
    expect(getSentTypes()).toEqual(['questions.edit'])
    await reply()
    expect(getSentTypes()).toEqual(['questions.edit', 'questions.approve'])
    await reply()
    expect(getReviewText()).toBe('Entity b')
  })

  test('is not approved when the edit is refused', async () => {
    openPage(threeQuestions)
    await userEvent.type(getTextField(), ' Why')
    await press('Save and approve')
    await reply('conflict')
    expect(getSentTypes()).toEqual(['questions.edit'])
    expect(getTextField().value).toBe('Text of a? Why')
  })

  test('shows both versions if somebody else has changed it in the meantime, and continues from theirs only on request', async () => {
    openPage(threeQuestions)
    await userEvent.type(getTextField(), ' Why')
    updateView({ ...threeQuestions, a: { text: 'Theirs?', staff: editedFields } })
    expect(getTextField().value).toBe('Text of a? Why')
    expect(screen.getByRole('heading', { name: /changed the text/ }).nextElementSibling?.textContent).toBe('Theirs?')
    expect(queryButton('Save the edit')?.getAttribute('aria-disabled')).toBe('true')
    expect(queryButton('Save and approve')?.getAttribute('aria-disabled')).toBe('true')
    await press('Continue with my edit')
    await press('Save the edit')
    expect(sent).toEqual([{ type: 'questions.edit', data: { question: 'a', text: 'Text of a? Why', expectedText: 'Theirs?' } }])
  })

  test('keeps an unfinished edit while another question is under review', async () => {
    openPage(threeQuestions)
    await userEvent.type(getTextField(), ' Why')
    await userEvent.click(findRowButton('b') as Element)
    expect(getTextField().value).toBe('Text of b?')
    await userEvent.click(findRowButton('a') as Element)
    expect(getTextField().value).toBe('Text of a? Why')
    await press('Discard the edit')
    expect(getTextField().value).toBe('Text of a?')
  })

  test('cannot be saved empty, or longer than the session allows', async () => {
    openPage(threeQuestions, { questionRules: { moderated: true, length: 12, cap: null, attribution: 'named' } })
    await userEvent.type(getTextField(), ' Why')
    expect(queryButton('Save and approve')?.getAttribute('aria-disabled')).toBe('true')
    await userEvent.clear(getTextField())
    expect(queryButton('Save and approve')?.getAttribute('aria-disabled')).toBe('true')
  })
})

describe('labels and assignee', () => {
  test('a question gets a segment, and keeps its tags', async () => {
    openPage({ a: { staff: { tags: ['funding'] } } })
    await userEvent.selectOptions(within(getReview()).getByRole('combobox', { name: 'Agenda item' }), 'Failures')
    expect(sent).toEqual([{ type: 'questions.label', data: { question: 'a', segment: 'failures', tags: ['funding'] } }])
  })

  test('Enter or a comma adds a tag, each tag once, in the spelling already in use', async () => {
    openPage({ a: { segment: 'failures' as never, staff: { tags: ['funding'] } }, b: { staff: { tags: ['Accès'] } } })
    const tagsField = within(getReview()).getByRole('combobox', { name: 'Tags' })
    await userEvent.type(tagsField, 'Funding{Enter}')
    expect(sent).toEqual([])
    await userEvent.type(tagsField, 'acces,')
    expect(sent).toEqual([{ type: 'questions.label', data: { question: 'a', segment: 'failures', tags: ['funding', 'Accès'] } }])
  })

  test('a tag can be removed, and a sixth cannot be added', async () => {
    openPage({ a: { staff: { tags: ['one', 'two', 'three', 'four', 'five'] } } })
    expect(within(getReview()).getByRole<HTMLInputElement>('combobox', { name: 'Tags' }).disabled).toBe(true)
    await press('Remove the tag three')
    expect(sent).toEqual([{ type: 'questions.label', data: { question: 'a', segment: null, tags: ['one', 'two', 'four', 'five'] } }])
  })

  test('a question is assigned to a panellist, or to nobody', async () => {
    openPage({ a: {} })
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Assign to a panellist' }), 'Institute (Speaker 07)')
    expect(sent).toEqual([{ type: 'questions.assign', data: { question: 'a', assignee: 'panellist' } }])
    updateView({ a: { staff: { assignee: 'panellist' as never } } })
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Assign to a panellist' }), 'Nobody')
    expect(sent.at(-1)).toEqual({ type: 'questions.assign', data: { question: 'a', assignee: null } })
  })

  test('a question becomes a request on the list of speakers, after the page has explained the effect', async () => {
    openPage(threeQuestions)
    await press('Move to list of speakers')
    expect(screen.getByRole('dialog').textContent).toContain('12:04')
    expect(sent).toEqual([])
    await press('Put on the list')
    expect(sent).toEqual([{ type: 'questions.move-to-queue', data: { question: 'a' } }])
    await reply()
    expect(getReviewText()).toBe('Entity b')
  })
})

describe('likely duplicates', () => {
  const asked = 'How will the fund pay for community networks?'
  const alike = {
    a: { text: asked },
    b: { text: 'How will the fund finance community networks?', status: 'approved', number: 12, total: 24 },
    c: { text: 'Which community networks closed after the first year?', status: 'approved', number: 13 },
    d: { text: 'How will this fund pay for the community networks?', status: 'declined' },
  } as const

  test('are shown with their support, and only open questions are proposed', () => {
    openPage(alike)
    const similar = screen.getByRole('heading', { name: 'Similar questions' }).parentElement as HTMLElement
    expect(
      within(similar)
        .getAllByRole('article')
        .map((one) => one.querySelector('p')?.textContent),
    ).toEqual([alike.b.text])
    expect(similar.textContent).toContain('Q1224 supporters')
  })

  test('can be merged: the other text is used, and the review continues with it', async () => {
    openPage({ ...alike, e: {} })
    await press('Merge into Q12')
    expect(screen.getAllByRole('radio', { checked: true }).at(-1)?.textContent).toContain(alike.b.text)
    await press('Merge')
    expect(sent).toEqual([{ type: 'questions.merge', data: { into: 'b', question: 'a' } }])
    await reply()
    expect(getReviewText()).toBe('Entity e')
  })

  test('[V338] after a merge the review is on the question that was kept, whatever stands between them', async () => {
    openPage({ a: { text: alike.a.text }, between: {}, z: { text: alike.b.text } })
    await press(/^Merge/)
    await userEvent.click(screen.getByRole('radio', { name: new RegExp(alike.b.text.replace('?', '\\?')) }))
    await press('Merge')
    expect(sent).toEqual([{ type: 'questions.merge', data: { into: 'z', question: 'a' } }])
    await reply()
    expect(getReviewText()).toBe('Entity z')
  })

  test('[V384] the text of the question under review is kept without a choice, unless the other one is published', async () => {
    openPage({ a: { text: alike.a.text }, z: { text: alike.b.text } })
    await press(/^Merge/)
    expect(screen.getAllByRole('radio', { checked: true }).at(-1)?.textContent).toContain(alike.a.text)
    await press('Merge')
    expect(sent).toEqual([{ type: 'questions.merge', data: { into: 'a', question: 'z' } }])
  })

  test('can be merged the other way round: this text is used and stays under review', async () => {
    openPage({ ...alike, e: {} })
    await press('Merge into Q12')
    await userEvent.click(screen.getByRole('radio', { name: new RegExp(`^${asked.replace('?', '\\?')}`) }))
    await press('Merge')
    expect(sent).toEqual([{ type: 'questions.merge', data: { into: 'a', question: 'b' } }])
    await reply()
    expect(getReviewText()).toBe('Entity a')
  })

  test('can be dismissed by a moderator who sees that they are not the same', async () => {
    openPage(alike)
    await press('Not the same')
    expect(screen.getByText('None found among the open questions.')).not.toBeNull()
    expect(sent).toEqual([])
  })

  test('are found as questions arrive', () => {
    openPage({ a: { text: asked } })
    expect(queryButton(/^Merge/)).toBeNull()
    updateView({ a: { text: asked }, n: { text: 'How would the fund pay for community networks?' } })
    expect(queryButton('Merge')).not.toBeNull()
  })
})
