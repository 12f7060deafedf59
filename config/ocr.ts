import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const debianPackages = ['tesseract-ocr', 'tesseract-ocr-chi-sim']

function languages(): string {
  try {
    return execFileSync('tesseract', ['--list-langs'], { encoding: 'utf8' })
  } catch {
    return ''
  }
}

/**
 * Makes sure that an OCR program for Chinese is there: on Debian as root it installs it itself.
 * @throws Error naming the missing part in one line
 */
export function ensureOcr(): void {
  if (languages().includes('chi_sim')) return
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env })
    execFileSync('apt-get', ['install', '-y', '-qq', ...debianPackages], { stdio: 'inherit', env })
  }
  if (!languages().includes('chi_sim'))
    throw new Error('缺少 OCR：请安装 tesseract-ocr 和 tesseract-ocr-chi-sim。')
}

/** The one line of writing on a picture, without blanks. */
export function read(picture: Buffer): string {
  const args = ['stdin', 'stdout', '-l', 'chi_sim', '--psm', '7']
  return execFileSync('tesseract', args, {
    input: picture,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'ignore'],
  }).replace(/\s/g, '')
}
