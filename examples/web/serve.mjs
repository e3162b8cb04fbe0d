// SPDX-License-Identifier: MIT
// serve.mjs DIRECTORY [PORT] - serves a directory on localhost as a login page should be served: scripts, styles and
// images of its own origin only.  Prints its address.  PORT 0 takes a free one.
import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'

const [root, port = '8080'] = process.argv.slice(2)
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.json': 'application/json' }
const headers = { 'Content-Security-Policy': "default-src 'self'", 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store' }

const server = createServer(async (request, response) => {
  try {
    const { pathname } = new URL(request.url, 'http://localhost')
    const file = normalize(pathname.endsWith('/') ? `${pathname}index.html` : decodeURIComponent(pathname)) // no way above the root
    const body = await readFile(join(root, file))
    response.writeHead(200, { ...headers, 'Content-Type': `${types[extname(file)] ?? 'application/octet-stream'}; charset=utf-8` }).end(body)
  } catch {
    response.writeHead(404, headers).end()
  }
})
server.listen(Number(port), '127.0.0.1', () => console.log(`http://localhost:${server.address().port}/`))
