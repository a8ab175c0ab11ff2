/** Questions to the server's doors over HTTP. A refusal comes as a value; no connection is one too. */

export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: string }

const patience = 10_000

export const ask = async <T>(method: 'GET' | 'POST', path: string, body?: object, bearer?: string): Promise<Answer<T>> => {
  try {
    const response = await fetch(path, {
      method,
      headers: { ...(body ? { 'content-type': 'application/json' } : {}), ...(bearer ? { authorization: `Bearer ${bearer}` } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
      signal: AbortSignal.timeout(patience),
    })
    const answer: unknown = await response.json()
    if (response.ok) return { ok: true, value: answer as T }
    const why =
      typeof answer === 'object' && answer !== null && 'why' in answer && typeof answer.why === 'string' ? answer.why : 'unavailable'
    return { ok: false, why }
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError || error instanceof DOMException)
      return { ok: false, why: 'no-connection' }
    throw error
  }
}
