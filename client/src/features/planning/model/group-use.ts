/** Whether anybody is registered in a group, including people whose access has ended. The server does not remove such a group. */
import { request } from '../../../session/http.ts'

/** If there are more pages, the server refuses when the plan is saved. */
const maxPages = 40

export const isGroupUsed = async (secret: string, session: string, group: string): Promise<boolean> => {
  for (let page = 1; page <= maxPages; page += 1) {
    const result = await request('GET /api/sessions/:id/people', { params: { id: session }, query: { page: String(page) } }, secret)
    if (!result.ok) return false
    if (result.value.people.some((person) => person.group === group)) return true
    if (page >= result.value.pages) return false
  }
  return false
}
