import { randomUUID } from 'node:crypto'
import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'

const temporary = 'wxfile://tmp_'
const saved = 'wxfile://store_'
const user = 'wxfile://usr/'

/** Files of the mini program on the phone. Temporary paths die with the process, saved ones do not. */
export class PhoneFiles {
  private readonly folder = mkdtempSync(join(tmpdir(), 'weapp-phone-'))
  readonly userPath = user.slice(0, -1)

  /** @returns the temporary path WeChat would hand out for this file. */
  addTemporary(content: string | Uint8Array, extension?: string): string {
    const path = `${temporary}${randomUUID().replaceAll('-', '')}${extension ?? '.jpg'}`
    const place = this.place(path)
    if (typeof content === 'string') copyFileSync(content, place)
    else writeFileSync(place, content)
    return path
  }

  /** @returns where the saved copy is, or undefined when the source is gone. */
  save(
    path: string,
    target = `${saved}${randomUUID().replaceAll('-', '')}${extname(path)}`,
  ): string | undefined {
    const source = this.real(path)
    if (!source || ![saved, user].some((start) => target.startsWith(start))) return undefined
    copyFileSync(source, this.place(target))
    return target
  }

  write(path: string, content: string | Uint8Array): boolean {
    if (!path.startsWith(user)) return false
    writeFileSync(this.place(path), content)
    return true
  }

  /** The real file, or undefined when the phone has none under this path. */
  real(path: string): string | undefined {
    const place = path.startsWith('wxfile://') ? this.place(path) : undefined
    return place && existsSync(place) ? place : undefined
  }

  size(path: string): number | undefined {
    const place = this.real(path)
    return place === undefined ? undefined : statSync(place).size
  }

  remove(path: string): boolean {
    const place = this.real(path)
    if (place) rmSync(place)
    return place !== undefined
  }

  /** Saved and written files, as wx paths. */
  get kept(): string[] {
    return this.paths().filter((path) => !path.startsWith(temporary))
  }

  /** The process has ended. */
  dropTemporary(): void {
    for (const path of this.paths()) if (path.startsWith(temporary)) this.remove(path)
  }

  destroy(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }

  private place(path: string): string {
    return join(this.folder, encodeURIComponent(path))
  }

  private paths(): string[] {
    return readdirSync(this.folder).map((name) => decodeURIComponent(name))
  }
}
