/** A client that is made from the document alone, and holds every answer against it. */
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { type Document, type OpenAPIClient, OpenAPIClientAxios } from 'openapi-client-axios'

type Media = Readonly<Record<string, object>>
export type Operation = {
  readonly operationId: string
  readonly summary?: string
  readonly tags?: readonly string[]
  readonly security: readonly Readonly<Record<string, unknown>>[]
  readonly parameters?: readonly { readonly name: string; readonly in: string }[]
  readonly requestBody?: { readonly required: boolean; readonly content: Media }
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content: Media }>>
}
export type Described = {
  readonly openapi: string
  readonly components: { readonly securitySchemes: object }
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

export type Asked = {
  readonly params?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly secret?: string
  /** The body as it is, of this type. */
  readonly type?: string
}
export type Told<T> = { readonly status: number; readonly body: T }

export class ApiClient {
  readonly document: Described
  /** What was answered so far, as `operation status`. */
  readonly met = new Set<string>()
  readonly #client: OpenAPIClient
  readonly #ajv = new Ajv2020({ strict: false, allErrors: true })

  private constructor(document: Described, client: OpenAPIClient) {
    this.document = document
    this.#client = client
    formats.default(this.#ajv)
    this.#ajv.addSchema(document, 'document', undefined, false)
  }

  static async from(base: string): Promise<ApiClient> {
    const document = (await (await fetch(`${base}/api/openapi.json`)).json()) as Described
    const axiosConfigDefaults = { validateStatus: () => true, responseType: 'arraybuffer' } as const
    const api = new OpenAPIClientAxios({ definition: document as unknown as Document, withServer: { url: base }, axiosConfigDefaults })
    return new ApiClient(document, await api.init())
  }

  get operations(): readonly (Operation & { readonly pointer: string })[] {
    return Object.entries(this.document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ ...operation, pointer: `/paths/${escaped(path)}/${method}` })),
    )
  }

  /** Fails where the document does not know of such an answer; and of such a body, where that is taken. */
  async call<T = Record<string, unknown>>(id: string, { params = {}, body, secret, type }: Asked = {}): Promise<Told<T>> {
    const operation = this.operations.find(({ operationId }) => operationId === id)
    if (operation === undefined) throw new Error(`there is no operation ${id}`)
    const headers = {
      ...(secret === undefined ? {} : { authorization: `Bearer ${secret}` }),
      'content-type': body === undefined ? false : (type ?? 'application/json'),
    }
    const text = body === undefined || type !== undefined ? body : JSON.stringify(body)
    const answer = await this.#client[id]?.({ ...params }, text, { headers, transformRequest: [(data: unknown) => data] })
    if (answer === undefined) throw new Error(`the client has no operation ${id}`)
    const { status } = answer
    this.met.add(`${id} ${status}`)
    const said = operation.responses[status]
    if (said === undefined) throw new Error(`${id} answered ${status}, of which the document does not know: ${String(answer.data)}`)
    const kind = String(answer.headers['content-type']).split(';')[0] ?? ''
    if (said.content[kind] === undefined) throw new Error(`${id} ${status} is ${kind}, of which the document does not know`)
    const bytes = answer.data as Buffer
    const isText = /^text\/|yaml$|json$/.test(kind)
    const read: unknown = kind === 'application/json' ? JSON.parse(bytes.toString()) : isText ? bytes.toString() : bytes
    if (isText) this.#hold(read, `${operation.pointer}/responses/${status}/content/${escaped(kind)}/schema`)
    const taken = Object.keys(operation.requestBody?.content ?? {})[0]
    if (status < 300 && taken !== undefined && body !== undefined)
      this.#hold(type === undefined ? body : String(body), `${operation.pointer}/requestBody/content/${escaped(taken)}/schema`)
    return { status, body: read as T }
  }

  #hold(value: unknown, pointer: string): void {
    const check = this.#ajv.getSchema(`document#${pointer}`)
    if (check === undefined) throw new Error(`there is nothing at ${pointer}`)
    if (!check(value))
      throw new Error(`not as at ${pointer}: ${this.#ajv.errorsText(check.errors)}\n${JSON.stringify(value).slice(0, 500)}`)
  }
}

const escaped = (key: string): string => encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))
