/** The page on which a plan is edited: its fields, its rows, and the save button. */
import { Home } from '@rostrum/client/surfaces/home/home.tsx'
import { fireEvent, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'

export const getField = (name: string | RegExp) => screen.getByLabelText(name)
export const typeInto = (name: string | RegExp, text: string) => fireEvent.change(getField(name), { target: { value: text } })
export const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))
export const getSegmentRow = (title: string) => {
  const found = screen
    .getAllByDisplayValue(title)
    .find((one) => one.tagName === 'INPUT')
    ?.closest('li')
  if (!found) throw new Error(`there is no row ${title}`)
  return found
}
export const getTitles = () =>
  within(screen.getByRole('region', { name: 'Agenda' }))
    .getAllByLabelText('Title')
    .map((input) => (input as HTMLInputElement).value)
export const openPlanPage = async () => {
  render(<Home />)
  await press(await screen.findByRole('button', { name: /Edit session|See the plan/ }).then(({ textContent }) => textContent ?? ''))
  await screen.findByLabelText('Short title (optional)')
}
export const save = () => press('Save the plan')
export const waitForSaved = async () => {
  await save()
  await screen.findByText(/^Saved\./)
}
