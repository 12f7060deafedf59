import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const candidates = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const debianPackages = ['chromium', 'fonts-noto-cjk']

/** Flags that keep a test browser quiet: no sandbox for root, no calls home. */
export const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** @returns the path of the system's Chromium, or undefined */
export function findChromium(): string | undefined {
  const chosen = process.env.CHROMIUM
  return chosen && existsSync(chosen) ? chosen : candidates.find((path) => existsSync(path))
}

function hasChineseFont(): boolean {
  try {
    return execFileSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' }).trim() !== ''
  } catch {
    return false
  }
}

/**
 * Makes sure a browser and a Chinese font are there: on Debian as root it installs them itself.
 * @throws Error naming the missing part in one line
 */
export function ensureBrowser(): void {
  if (findChromium() && hasChineseFont()) return
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env })
    execFileSync('apt-get', ['install', '-y', '-qq', ...debianPackages], { stdio: 'inherit', env })
  }
  if (!findChromium()) throw new Error('缺少 Chromium：请安装 chromium，或用环境变量 CHROMIUM 指明路径。')
  if (!hasChineseFont()) throw new Error('缺少中文字体：请安装 fonts-noto-cjk。')
}
