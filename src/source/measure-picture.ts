import { imageSize } from 'image-size'
import type { Finding } from '#archive/problem.ts'
import type { Limits } from '#archive/settings.ts'
import type { PictureSize } from '#archive/catalogue.ts'
import { messageOf } from './list-files.ts'
import { readBytes } from './read-bytes.ts'

/** Formats that every browser shows and that hold no scripts, whatever the name of the file says. */
const FORMATS: ReadonlySet<string> = new Set(['avif', 'gif', 'jpg', 'png', 'webp'])

/**
 * The size of a picture as a browser shows it, read from the head of its file without decoding it; or what is wrong with
 * it. The limit on pixels stops pictures of a few kilobytes that fill the memory of a reader's machine.
 */
export function measurePicture(path: string, limits: Limits): { size: PictureSize } | { finding: Finding } {
  const read = readBytes(path, MISSING)
  if (!('bytes' in read)) return { finding: read.finding ?? MISSING }
  const { bytes } = read
  if (bytes.length > limits.pictureBytes) {
    const megabytes = (limits.pictureBytes / 1024 / 1024).toFixed(0)
    return refuse('picture-too-large', `more than ${megabytes} MB`, 'save it smaller')
  }
  try {
    const { width, height, orientation = 1, type = '' } = imageSize(bytes)
    if (!FORMATS.has(type))
      return refuse('bad-picture', `a picture of the format ${type}`, 'save it as JPEG, PNG or WebP')
    if (width * height > limits.picturePixels) {
      return refuse('picture-too-large', `${String(width)} × ${String(height)} pixels are too many`, 'save it smaller')
    }
    // Orientations 5 to 8 of Exif turn the picture by a quarter.
    return { size: orientation >= 5 ? { width: height, height: width } : { width, height } }
  } catch (error) {
    return refuse('bad-picture', `not a picture that can be read: ${messageOf(error)}`, 'export it again')
  }
}

const MISSING: Finding = {
  code: 'missing-picture',
  what: 'the picture is not there',
  hint: 'put it into the folder that is named as the report',
}

function refuse(code: string, what: string, hint: string): { finding: Finding } {
  return { finding: { code, what, hint } }
}
