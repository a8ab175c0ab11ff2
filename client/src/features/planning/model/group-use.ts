/** Whether anybody is registered of a group, also whoever was let go: the server keeps a group as long as that. */
import { ask } from '../../../session/http.ts'

type Page = { readonly people: readonly { readonly group: string | null }[]; readonly pages: number }

/** Beyond so many pages the server says it when the plan is saved. */
const farEnough = 40

export const isGroupUsed = async (secret: string, session: string, group: string): Promise<boolean> => {
  for (let page = 1; page <= farEnough; page += 1) {
    const answer = await ask<Page>('GET', `/api/sessions/${session}/people?page=${page}`, undefined, secret)
    if (!answer.ok) return false
    if (answer.value.people.some((person) => person.group === group)) return true
    if (page >= answer.value.pages) return false
  }
  return false
}
