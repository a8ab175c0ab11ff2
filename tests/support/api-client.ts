/** An HTTP client built from the OpenAPI document only. It checks every answer against the document. */
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { type Document, type OpenAPIClient, OpenAPIClientAxios } from 'openapi-client-axios'

type Media = Readonly<Record<string, object>>
export type Operation = {
  readonly operationId: string
  readonly summary?: string
  readonly description?: string
  readonly tags?: readonly string[]
  readonly security: readonly Readonly<Record<string, unknown>>[]
  readonly parameters?: readonly { readonly name: string; readonly in: string }[]
  readonly requestBody?: { readonly required: boolean; readonly content: Media }
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content: Media }>>
}
export type RouteDocument = {
  readonly openapi: string
  readonly components: { readonly securitySchemes: object }
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

export type ApiRequest = {
  readonly params?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly secret?: string
  /** The content type of a body that is sent as it is. */
  readonly type?: string
}
export type ApiReply<T> = { readonly status: number; readonly body: T }

export class ApiClient {
  /** The address of the server. */
  readonly base: string
  readonly document: RouteDocument
  /** The answers so far, each as `operation status`. */
  readonly metAnswers = new Set<string>()
  readonly #client: OpenAPIClient
  readonly #ajv = new Ajv2020({ strict: false, allErrors: true })

  private constructor(base: string, document: RouteDocument, client: OpenAPIClient) {
    this.base = base
    this.document = document
    this.#client = client
    formats.default(this.#ajv)
    this.#ajv.addSchema(document, 'document', undefined, false)
  }

  static async connect(base: string): Promise<ApiClient> {
    const document = (await (await fetch(`${base}/api/openapi.json`)).json()) as RouteDocument
    const axiosConfigDefaults = { validateStatus: () => true, responseType: 'arraybuffer' } as const
    const api = new OpenAPIClientAxios({ definition: document as unknown as Document, withServer: { url: base }, axiosConfigDefaults })
    return new ApiClient(base, document, await api.init())
  }

  get operations(): readonly (Operation & { readonly pointer: string })[] {
    return Object.entries(this.document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ ...operation, pointer: `/paths/${escapePointer(path)}/${method}` })),
    )
  }

  /** Fails if the document does not describe the answer, or does not describe the body although the server accepted it. */
  async call<T = Record<string, unknown>>(id: string, { params = {}, body, secret, type }: ApiRequest = {}): Promise<ApiReply<T>> {
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
    this.metAnswers.add(`${id} ${status}`)
    const documented = operation.responses[status]
    if (documented === undefined) throw new Error(`${id} answered ${status}, which is not in the document: ${String(answer.data)}`)
    const kind = String(answer.headers['content-type']).split(';')[0] ?? ''
    if (documented.content[kind] === undefined) throw new Error(`${id} ${status} is ${kind}, which is not in the document`)
    const bytes = answer.data as Buffer
    const isText = /^text\/|yaml$|json$/.test(kind)
    const read: unknown = kind === 'application/json' ? JSON.parse(bytes.toString()) : isText ? bytes.toString() : bytes
    if (isText) this.#requireValid(read, `${operation.pointer}/responses/${status}/content/${escapePointer(kind)}/schema`)
    const acceptedType = Object.keys(operation.requestBody?.content ?? {})[0]
    if (status < 300 && acceptedType !== undefined && body !== undefined)
      this.#requireValid(
        type === undefined ? body : String(body),
        `${operation.pointer}/requestBody/content/${escapePointer(acceptedType)}/schema`,
      )
    return { status, body: read as T }
  }

  /** Whether a value is as a schema of the document says. */
  isValid(value: unknown, schema: string): boolean {
    return this.#getCheck(`/components/schemas/${schema}`)(value) === true
  }

  requireComponent(value: unknown, schema: string): void {
    this.#requireValid(value, `/components/schemas/${schema}`)
  }

  #getCheck(pointer: string) {
    const check = this.#ajv.getSchema(`document#${pointer}`)
    if (check === undefined) throw new Error(`the document has no schema at ${pointer}`)
    return check
  }

  #requireValid(value: unknown, pointer: string): void {
    const check = this.#getCheck(pointer)
    if (!check(value))
      throw new Error(`does not match ${pointer}: ${this.#ajv.errorsText(check.errors)}\n${JSON.stringify(value).slice(0, 500)}`)
  }
}

const escapePointer = (key: string): string => encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))
