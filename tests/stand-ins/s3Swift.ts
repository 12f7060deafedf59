import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** No stand-in but the real thing: OpenStack Swift with its S3 interface, on one disk of this computer. */
export interface Swift {
  host: string
  accessKey: string
  secret: string
  stop(): Promise<void>
}

const secret = 'testing'
const storage = ['account', 'container', 'object'] as const
const startWithinMs = 100_000

/** @throws Error when it does not answer in time */
export async function startSwift(): Promise<Swift> {
  const folder = mkdtempSync(join(tmpdir(), 'child-support-swift-'))
  mkdirSync(join(folder, 'disks', 'd1'), { recursive: true })
  writeFileSync(join(folder, 'swift.conf'), swiftConf)
  const names = [...storage, 'proxy'] as const
  const ports = await Promise.all(names.map(freePort))
  execFileSync('/usr/bin/python3', ['-c', ringMaker, folder, ...ports.map(String)], { stdio: 'ignore' })
  const children: ChildProcess[] = []
  const stop = async () => {
    await Promise.all(children.map(stopped))
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    for (const [index, name] of names.entries()) {
      const port = ports[index] ?? 0
      const file = join(folder, `${name}-server.conf`)
      writeFileSync(file, commonConf(folder, port) + (name === 'proxy' ? proxyConf : storageConf(name)))
      children.push(spawn(`/usr/bin/swift-${name}-server`, [file], { stdio: 'ignore' }))
    }
    const host = `127.0.0.1:${ports[names.length - 1] ?? 0}`
    await answering(`http://${host}/healthcheck`)
    return { host, accessKey: 'test:tester', secret, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

const swiftConf = `[swift-hash]
swift_hash_path_prefix = photos
swift_hash_path_suffix = photos
[storage-policy:0]
name = one
default = yes
`

const commonConf = (folder: string, port: number) => `[DEFAULT]
bind_ip = 127.0.0.1
bind_port = ${port}
workers = 0
user = ${userInfo().username}
swift_dir = ${folder}
devices = ${join(folder, 'disks')}
mount_check = false
log_address = /nonexistent
`

const storageConf = (name: string) => `[pipeline:main]
pipeline = ${name}-server
[app:${name}-server]
use = egg:swift#${name}
`

/** Its cache of sign-ins is not there, which it takes as empty. */
const proxyConf = `[pipeline:main]
pipeline = catch_errors healthcheck gatekeeper cache s3api tempauth slo proxy-server
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
[filter:catch_errors]
use = egg:swift#catch_errors
[filter:healthcheck]
use = egg:swift#healthcheck
[filter:gatekeeper]
use = egg:swift#gatekeeper
[filter:slo]
use = egg:swift#slo
[filter:cache]
use = egg:swift#memcache
memcache_servers = 127.0.0.1:1
[filter:s3api]
use = egg:swift#s3api
location = us-east-1
[filter:tempauth]
use = egg:swift#tempauth
user_test_tester = ${secret} .admin
`

/** All rings in one go: each start of Python costs a second on a busy computer. */
const ringMaker = `
import sys
from swift.common.ring import RingBuilder
folder, *ports = sys.argv[1:]
for name, port in zip(('account', 'container', 'object'), ports):
    builder = RingBuilder(2, 1, 1)
    builder.add_dev({'region': 1, 'zone': 1, 'ip': '127.0.0.1', 'port': int(port), 'device': 'd1', 'weight': 1})
    builder.rebalance()
    builder.get_ring().save('%s/%s.ring.gz' % (folder, name))
`

async function answering(url: string): Promise<void> {
  const deadline = Date.now() + startWithinMs
  while (!(await fetch(url).catch(() => undefined))?.ok) {
    if (Date.now() > deadline) throw new Error('swift does not answer')
    await sleep(100)
  }
}

function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((done) => {
    child.once('exit', () => done())
    child.kill('SIGKILL')
  })
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer().once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => done(port))
    })
  })
}
