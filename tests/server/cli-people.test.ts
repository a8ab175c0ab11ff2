/** Lists of people and tokens from the command line, compiled, and the server that then has them. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { serve } from '../support/compiled-server.ts'
import { secretIn } from '../support/in-process-server.ts'
import { idIn, linkOf, rostrum } from '../support/rostrum-cli.ts'

let data: string
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'rostrum-cli-'))
})
afterEach(() => rm(data, { recursive: true, force: true }))

const here = () => ({ ROSTRUM_DATA: data })

describe('roster', () => {
  const header = 'id,organization,name,email,group,channel,language,consent'
  const list = async (...rows: readonly string[]): Promise<string> => {
    const path = join(data, 'list.csv')
    await writeFile(path, `${rows.join('\n')}\n`)
    return path
  }
  let id: string
  beforeEach(async () => {
    id = idIn((await rostrum(here(), 'new', 'consultation')).output)
  })
  const commits = async (): Promise<string> => (await rostrum(here(), 'verify', id)).output

  test('[P7] a list is looked at, imported whole, and found again by the server', async () => {
    const path = await list(header, '1,Réseau,As Written,a@example.org,civil-society,room,fr,yes', '2,Federation,,,government,remote,,')
    const before = await commits()
    const looked = await rostrum(here(), 'roster', id, path, '--preview')
    expect(looked).toMatchObject({ code: 0, errors: '' })
    expect(looked.output).toContain('entity    organization\n')
    expect(looked.output).toContain('Importing it would come to: 2 rows, 2 new, 0 changed, 0 as before, 0 revoked and left so.')
    expect(await commits()).toBe(before)
    const counted = '2 rows, 2 new, 0 changed, 0 as before, 0 revoked and left so'
    expect(await rostrum(here(), 'roster', id, path)).toEqual({ code: 0, output: `Imported: ${counted}.\n`, errors: '' })
    const again = await rostrum(here(), 'roster', id, path)
    expect([again.code, again.output]).toEqual([0, `This list was imported before (${counted}); nothing has changed.\n`])
    const links = await rostrum(here(), 'links', id)
    const served = await serve(here())
    const authorization = `Bearer ${secretIn(linkOf(links.output, 'Organizer'))}`
    const send = async (path: string, method = 'GET', body?: string) => {
      const sent = body === undefined ? {} : { body }
      const headers = { authorization, 'content-type': 'text/csv' }
      return (await (await fetch(`${served.given.url}/api/sessions/${id}/${path}`, { method, headers, ...sent })).json()) as object
    }
    expect(await send('people?find=as+written')).toMatchObject({ people: [{ entity: 'Réseau', group: 'civil-society', named: true }] })
    expect(await send('people?find=federation')).toMatchObject({ people: [{ channel: 'remote', named: null }], total: 1 })
    expect(await send('people/import', 'POST', await readFile(path, 'utf8'))).toMatchObject({ repeated: true, counts: { fresh: 2 } })
    await served.end()
  })

  test('[P7] what is wrong is said by line and column, and nobody is imported', async () => {
    const path = await list(header, '1,Réseau,,,civil-society,room,,', '1,Chair,,x,martians,moon,,perhaps', 'too,few')
    const before = await commits()
    const said = await rostrum(here(), 'roster', id, path)
    expect([said.code, said.output]).toEqual([1, ''])
    expect(said.errors.split('\n')).toEqual([
      'Nobody was imported.',
      'line 3, organization: the name of an office',
      'line 3, group: no group of this session',
      'line 3, channel: neither room nor remote',
      'line 3, email: no e-mail address',
      'line 3, consent: neither yes nor no',
      'line 4: more or fewer cells than the first row has',
      '',
    ])
    const looked = await rostrum(here(), 'roster', id, path, '--preview')
    expect([looked.code, looked.errors]).toEqual([1, said.errors.replace('Nobody was imported.\n', '')])
    expect(await commits()).toBe(before)
  })

  test('a column is the one that is named', async () => {
    const path = await list('Represents,Organization,Group,Channel', 'A,B,government,room')
    const said = await rostrum(here(), 'roster', id, path, '--preview', '--column', 'entity=Represents')
    expect(said.output).toContain('entity    Represents\n')
    expect(said.output).toContain('not read  Organization\n')
    const none = await rostrum(here(), 'roster', id, path, '--column', 'name=Nobody')
    expect(none).toEqual({ code: 1, output: '', errors: `${path} cannot be read: a column is missing; name it with --column (Nobody).\n` })
  })

  test('a file that is too large is not read', async () => {
    const said = await rostrum(here(), 'roster', id, await list('x'.repeat(2 * 1024 * 1024)))
    expect([said.code, said.errors]).toEqual([1, `${join(data, 'list.csv')} has more than 2 MiB.\n`])
  })
})

describe('tokens', () => {
  test('are made, listed without the secret, taken by the server, and revoked', async () => {
    const made = await rostrum(here(), 'new', 'blank')
    expect((await rostrum(here(), 'tokens')).output).toBe('There is no token.\n')
    const [token = '', row = ''] = (await rostrum(here(), 'tokens', 'new', 'Registration system')).output.split('\n')
    expect(token).toMatch(/^rostrum_[\w-]{32}$/)
    expect(row).toMatch(/^[\w-]{12} {2}\d{4}-\d\d-\d\dT\d\d:\d\dZ {2}Registration system$/)
    expect((await rostrum(here(), 'tokens')).output).toBe(`${row}\n`)
    const status = async (): Promise<number> => {
      const served = await serve(here())
      const answer = await fetch(`${served.given.url}/api/sessions`, { headers: { authorization: `Bearer ${token}` } })
      await served.end()
      return answer.status
    }
    expect(await status()).toBe(200)
    const [id = ''] = row.split(' ')
    expect(await rostrum(here(), 'tokens', 'revoke', id)).toEqual({ code: 0, output: `${id} stands no more.\n`, errors: '' })
    expect(await status()).toBe(401)
    const gone = await rostrum(here(), 'tokens', 'revoke', id)
    expect([gone.code, gone.errors]).toEqual([1, `There is no token ${JSON.stringify(id)}. "rostrum tokens" lists them.\n`])
    expect(idIn(made.output)).toMatch(/^blank-/)
  })
})
