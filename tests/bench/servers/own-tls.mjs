// Loaded into the product before it starts, so that it serves TLS itself. Two variables name the files with the key and the certificate.
import { readFileSync } from 'node:fs'
import http from 'node:http'
import https from 'node:https'
import { syncBuiltinESMExports } from 'node:module'

const { BENCH_TLS_KEY = '', BENCH_TLS_CERTIFICATE = '' } = process.env
const certificate = { key: readFileSync(BENCH_TLS_KEY), cert: readFileSync(BENCH_TLS_CERTIFICATE) }

http.createServer = (options, listener) => https.createServer({ ...options, ...certificate }, listener)
syncBuiltinESMExports()
