import { readFileSync } from 'node:fs'
import { imageSize } from 'image-size'
import type { Finding } from '#archive/problem.ts'
import type { Limits } from '#archive/settings.ts'
import type { PictureSize } from '#archive/catalogue.ts'
import { isMissing, messageOf } from './list-files.ts'

/**
 * The size of a picture as a browser shows it, read from the head of its file without decoding it; or what is wrong with
 * it. The limit on pixels stops pictures of a few kilobytes that fill the memory of a reader's machine.
 */
export function measurePicture(path: string, limits: Limits): { size: PictureSize } | { finding: Finding } {
  let bytes
  try {
    bytes = readFileSync(path)
  } catch (error) {
    if (!isMissing(error)) return refuse('unreadable', messageOf(error), 'check the permissions')
    return refuse('missing-picture', 'the picture is not there', 'put it into the folder that is named as the report')
  }
  if (bytes.length > limits.pictureBytes) {
    const megabytes = (limits.pictureBytes / 1024 / 1024).toFixed(0)
    return refuse('picture-too-large', `more than ${megabytes} MB`, 'save it smaller')
  }
  try {
    const { width, height, orientation = 1 } = imageSize(bytes)
    if (width * height > limits.picturePixels) {
      return refuse('picture-too-large', `${String(width)} × ${String(height)} pixels are too many`, 'save it smaller')
    }
    // Orientations 5 to 8 of Exif turn the picture by a quarter.
    return { size: orientation >= 5 ? { width: height, height: width } : { width, height } }
  } catch (error) {
    return refuse('bad-picture', `not a picture that can be read: ${messageOf(error)}`, 'export it again')
  }
}

function refuse(code: string, what: string, hint: string): { finding: Finding } {
  return { finding: { code, what, hint } }
}
