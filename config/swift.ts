import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const parts = ['proxy', 'account', 'container', 'object']

/** Whether OpenStack Swift is installed: a real S3 server that checks signatures, from Debian's own packages. */
export function hasSwift(): boolean {
  return parts.every((part) => existsSync(`/usr/bin/swift-${part}-server`))
}

/**
 * Installs Swift on Debian as root. Where that cannot be, the photo store's tests run on the stand-in alone and say so.
 * Debian enables its services; without systemd's help nothing is started, and the tests start their own.
 */
export function installSwift(): boolean {
  if (!hasSwift() && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const apt = (...args: string[]) => execFileSync('apt-get', args, { stdio: 'ignore', env })
    try {
      apt('update', '-qq')
      apt('install', '-y', '-qq', '--no-install-recommends', ...parts.map((part) => `swift-${part}`))
    } catch {
      // Said below, by what is missing.
    }
  }
  if (!hasSwift()) console.log('没有 S3 服务器（swift-proxy），照片存储只在替身上测。')
  return true
}
